import './settings.css';
import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../src/i18n/language.ts';
import type { PlainKey } from '../../../src/i18n/translate.ts';
import { useWidth } from '../../../src/ui/use-width.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { inExtension } from '../in-extension.ts';
import { LazyPage } from '../lazy-page.tsx';

type Part = ComponentType<{ workspace: Workspace }>;

/** Parts of Settings by path. The first is the default. */
const ALL: readonly { id: string; name: PlainKey; load: () => Promise<Part> }[] = [
  { id: '', name: 'settingsGeneral', load: () => import('./general.tsx').then((unmerge) => unmerge.General) },
  { id: 'sites', name: 'settingsSites', load: () => import('./sites.tsx').then((unmerge) => unmerge.Sites) },
  {
    id: 'networks',
    name: 'settingsNetworks',
    load: () =>
      import('../../../src/share/views/networks/networks.tsx').then((unmerge) => unmerge.NetworkSettings),
  },
  {
    id: 'team',
    name: 'settingsTeam',
    load: () => import('./team.tsx').then((unmerge) => unmerge.TeamSettings),
  },
  { id: 'data', name: 'settingsData', load: () => import('./data.tsx').then((unmerge) => unmerge.Data) },
  {
    id: 'privacy',
    name: 'settingsPrivacy',
    load: () => import('./privacy.tsx').then((unmerge) => unmerge.Privacy),
  },
];

/** The web has no sites to add buttons to. */
const PARTS = ALL.filter(({ id }) => id !== 'sites' || inExtension);

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

/** Settings: its parts as links, and the current part. */
export function SettingsPage({ workspace, id }: { workspace: Workspace; id: string }) {
  const shown = PARTS.find((unmerge) => unmerge.id === id) ?? PARTS[0];
  const parts = useRef<HTMLElement>(null);
  const width = useWidth(parts);
  useLayoutEffect(() => {
    const row = parts.current;
    const at = row?.querySelector<HTMLElement>('[aria-current]');
    // Horizontally only: scrollIntoView would scroll the page too.
    if (row && at) row.scrollLeft += middleOf(at) - middleOf(row);
  }, [shown, width]);
  return (
    <div class="settings">
      <header class="page-head">
        <h1>{t('navSettings')}</h1>
        <p class="soft">{t('settingsLead')}</p>
      </header>
      {PARTS.length > 1 && (
        <nav ref={parts} class="parts" aria-label={t('navSettings')}>
          {PARTS.map((unmerge) => (
            <a
              key={unmerge.id}
              href={unmerge.id ? `#/settings/${unmerge.id}` : '#/settings'}
              aria-current={unmerge === shown ? 'page' : undefined}
            >
              {t(unmerge.name)}
            </a>
          ))}
        </nav>
      )}
      {shown && <LazyPage key={shown.id} load={shown.load} props={{ workspace }} />}
    </div>
  );
}
