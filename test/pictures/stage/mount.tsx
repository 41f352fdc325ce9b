import '../../../src/ui/base.css';
import { render } from 'preact';
import webCss from '../../../entrypoints/companion/web/web.css?inline';
import popupCss from '../../../entrypoints/popup/popup.css?inline';
import panelCss from '../../../entrypoints/sidepanel/panel.css?inline';
import welcomeCss from '../../../entrypoints/welcome/welcome.css?inline';
import companionCss from '../../../src/app/companion/companion.css?inline';
import { keysShown, paletteShown } from '../../../src/app/companion/keys/shown.ts';
import { team } from '../../../src/team/views/use-team.ts';
import type { Where } from '../screens.ts';
import { showForeign } from './foreign.ts';
import type { Filled } from './state.ts';

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

const STYLES: Readonly<Record<Where, string>> = {
  companion: companionCss,
  web: companionCss + webCss,
  popup: popupCss,
  panel: panelCss,
  welcome: welcomeCss,
  foreign: '',
};

/** A view with no style but its own: each comes by itself, as in a window of its own. */
async function viewOf(where: Where, { workspace }: Filled) {
  if (where === 'popup') {
    const { Popup } = await import('../../../entrypoints/popup/popup.tsx');
    return <Popup workspace={workspace} />;
  }
  if (where === 'panel') {
    const { Panel } = await import('../../../entrypoints/sidepanel/panel.tsx');
    return <Panel workspace={workspace} />;
  }
  if (where === 'welcome') {
    const { Welcome } = await import('../../../entrypoints/welcome/welcome.tsx');
    return <Welcome workspace={workspace} />;
  }
  const { App } = await import('../../../src/app/companion/app.tsx');
  const { JoinNote } = await import('../../../entrypoints/companion/web/above.tsx');
  const note = (page: string) => page === 'join' && <JoinNote />;
  return <App workspace={workspace} {...(where === 'web' && { note })} />;
}

let leaving = new AbortController();
let standing: { where: Where; filled: Filled } | null = null;

function leave(): void {
  leaving.abort();
  leaving = new AbortController();
  standing = null;
  keysShown.value = false;
  paletteShown.value = false;
  document.getElementById('app')?.remove();
  for (const floating of document.querySelectorAll('[data-musubi-floating]')) floating.remove();
}

function root(where: Where): HTMLElement {
  const place = document.createElement(where === 'companion' || where === 'web' ? 'div' : 'main');
  place.id = 'app';
  document.body.append(place);
  leaving.signal.addEventListener('abort', () => render(null, place), { once: true });
  return place;
}

/** Puts a screen of ours, or something of ours over a page of others, into this window. The companion that stands goes on. */
export async function mount(where: Where, at: string, filled: Filled): Promise<void> {
  // The sheet belongs to the page that opened it.
  const isOver = document.querySelector('[data-musubi-floating="sheet"]') !== null;
  if (where === 'companion' && standing?.where === where && standing.filled === filled && !isOver) {
    // The same address twice is no change: a dialog that is open there would stay.
    if (location.hash === at) leave();
    else return void location.replace(at);
  } else leave();
  sheet.replaceSync(STYLES[where]);
  team.value = filled.team;
  history.replaceState(null, '', `${location.pathname}${where === 'foreign' ? '' : at}`);
  const place = root(where);
  if (where === 'foreign') showForeign(at, place, leaving.signal);
  else render(await viewOf(where, filled), place);
  standing = { where, filled };
}
