import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { MePage } from '../../results/views/me/me-page.tsx';
import { channelName } from '../../share/views/channel-name.ts';
import type { PageProps } from '../../ui/page.ts';
import { Toasts } from '../../ui/toast.tsx';
import { TroubleBar } from '../../ui/trouble.tsx';
import type { Workspace } from '../../workspace/open.ts';
import { useLanguage } from '../follow-language.ts';
import { inExtension } from '../in-extension.ts';
import { materialNames, siteName } from '../names.ts';
import { pageOf } from '../page-list.ts';
import { HintLine } from './hint-line.tsx';
import { Keys } from './keys/keys.tsx';
import { Palette } from './keys/palette.tsx';
import { LazyPage } from './lazy-page.tsx';
import { Rail } from './rail.tsx';
import { countedHref, filterIn, meHref, type Route, reportHref, routeOf, spanIn } from './route.ts';
import { useSeenClicks } from './use-seen-clicks.ts';

const LINKS = {
  counted: countedHref,
  captures: '#/captures',
  links: '#/links',
  report: reportHref,
  sites: inExtension ? '#/settings/sites' : null,
};

const loadActivity = () => import('./pages/activity.tsx').then((module) => module.Activity);
const loadCaptures = () => import('./pages/captures.tsx').then((module) => module.Captures);
const loadDrafts = () => import('./pages/drafts.tsx').then((module) => module.Drafts);
const loadLibrary = () => import('./pages/library.tsx').then((module) => module.Library);
const loadTeam = () => import('./pages/team.tsx').then((module) => module.TeamRoute);
const loadLinks = () => import('./pages/links.tsx').then((module) => module.LinksRoute);
const loadReport = () => import('./pages/report.tsx').then((module) => module.ReportRoute);
const loadSettings = () => import('./settings/settings-page.tsx').then((module) => module.SettingsPage);

/** Marks the first full paint for the bench: the frame after the figures are rendered. */
function markPainted(): void {
  requestAnimationFrame(() => performance.mark('musubi-painted'));
}

function Shown({ route, workspace }: PageProps) {
  const { load } = pageOf(route.page);
  if (load) return <LazyPage load={load} props={{ workspace, route }} />;
  if (route.page === 'activity') {
    const initial = filterIn(route.query);
    return <LazyPage key={route.query.toString()} load={loadActivity} props={{ workspace, initial }} />;
  }
  if (route.page === 'captures') {
    return <LazyPage load={loadCaptures} props={{ workspace, id: route.id }} />;
  }
  if (route.page === 'drafts') {
    return <LazyPage load={loadDrafts} props={{ workspace, id: route.id }} />;
  }
  if (route.page === 'library') {
    return <LazyPage load={loadLibrary} props={{ workspace, query: route.query }} />;
  }
  if (route.page === 'team' || route.page === 'join') {
    return <LazyPage load={loadTeam} props={{ workspace, route }} />;
  }
  if (route.page === 'links') {
    return <LazyPage key={route.id + route.query} load={loadLinks} props={{ workspace, route }} />;
  }
  if (route.page === 'report') {
    return <LazyPage key={route.id + route.query} load={loadReport} props={{ workspace, route }} />;
  }
  if (route.page === 'settings') {
    return <LazyPage load={loadSettings} props={{ workspace, id: route.id }} />;
  }
  return <Me route={route} workspace={workspace} />;
}

function Me({ route, workspace }: PageProps) {
  useSeenClicks(workspace);
  return (
    <MePage
      workspace={workspace}
      {...spanIn(route.query)}
      onSpan={(kind, own) => location.replace(meHref(kind, own))}
      channelName={channelName}
      siteName={siteName}
      links={LINKS}
      materialNames={(ids) => materialNames(workspace, ids)}
      onShown={markPainted}
    />
  );
}

function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return routeOf(hash);
}

interface AppProps {
  workspace: Workspace;
  /** Content above a page where the companion runs on the web. */
  above?: (page: string) => ComponentChildren;
}

/** The companion: rail, current page and messages. */
export function App({ workspace, above }: AppProps) {
  const route = useRoute();
  useLanguage(workspace);
  const main = useRef<HTMLElement>(null);
  const before = useRef(route.page);
  const title = t(pageOf(route.page).title);
  useEffect(() => {
    document.title = `${title} · Musubi`;
  }, [title]);
  useEffect(() => {
    if (before.current === route.page) return;
    before.current = route.page;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [route.page]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {t('navToContent')}
      </button>
      {route.page !== 'join' && <Rail page={route.page} workspace={workspace} />}
      <main
        id="main"
        data-alone={route.page === 'join' ? '' : undefined}
        ref={main}
        tabIndex={-1}
        aria-label={title}
      >
        <TroubleBar workspace={workspace} />
        {above?.(route.page)}
        <HintLine key={`hint ${route.page}`} workspace={workspace} page={route.page} id={route.id} />
        <Shown key={route.page} route={route} workspace={workspace} />
      </main>
      <Keys />
      <Palette workspace={workspace} />
      <Toasts />
    </>
  );
}
