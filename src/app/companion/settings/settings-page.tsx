import './settings.css';
import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import { team } from '../../../team/views/use-team.ts';
import { useWidth } from '../../../ui/use-width.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { leads } from '../../../workspace/room.ts';
import { inExtension } from '../../in-extension.ts';
import { LazyPage } from '../lazy-page.tsx';

/** `part`: what follows in the address of a part that has parts itself. */
type Part = ComponentType<{ workspace: Workspace; part: string }>;

/** The part that is only for those who lead a team. */
const LEAD = 'lead';

/** Parts of Settings by path. The first is the default. */
const ALL: readonly { id: string; name: PlainKey; load: () => Promise<Part> }[] = [
  { id: '', name: 'settingsGeneral', load: () => import('./general.tsx').then((module) => module.General) },
  { id: 'sites', name: 'settingsSites', load: () => import('./sites.tsx').then((module) => module.Sites) },
  {
    id: 'networks',
    name: 'settingsNetworks',
    load: () => import('../../../share/views/networks/networks.tsx').then((module) => module.NetworkSettings),
  },
  {
    id: 'team',
    name: 'settingsTeam',
    load: () => import('./team.tsx').then((module) => module.TeamSettings),
  },
  {
    id: LEAD,
    name: 'adminTitle',
    load: () => import('./lead.tsx').then((module) => module.LeadSettings),
  },
  { id: 'data', name: 'settingsData', load: () => import('./data.tsx').then((module) => module.Data) },
  {
    id: 'privacy',
    name: 'settingsPrivacy',
    load: () => import('./privacy.tsx').then((module) => module.Privacy),
  },
];

/** The web has no sites to add buttons to. */
const HERE = ALL.filter(({ id }) => id !== 'sites' || inExtension);

/** The parts for this person. */
const partsNow = () => {
  const isLeading = team.value ? leads(team.value.member.role) : false;
  return HERE.filter(({ id }) => id !== LEAD || isLeading);
};

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}

/** Settings: its parts as links, and the current part. */
export function SettingsPage({ workspace, id }: { workspace: Workspace; id: string }) {
  const [first = '', ...rest] = id.split('/');
  const all = partsNow();
  const shown = all.find((one) => one.id === first) ?? all[0];
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
        <p class="soft">{t(shown?.id === LEAD ? 'adminLead' : 'settingsLead')}</p>
      </header>
      {all.length > 1 && (
        <nav ref={parts} class="parts" aria-label={t('navSettings')}>
          {all.map((one) => (
            <a
              key={one.id}
              href={one.id ? `#/settings/${one.id}` : '#/settings'}
              aria-current={one === shown ? 'page' : undefined}
            >
              {t(one.name)}
            </a>
          ))}
        </nav>
      )}
      {shown && <LazyPage key={shown.id} load={shown.load} props={{ workspace, part: rest.join('/') }} />}
    </div>
  );
}
