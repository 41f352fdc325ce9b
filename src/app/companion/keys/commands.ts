import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import { team } from '../../../team/views/use-team.ts';
import type { PagePlace } from '../../../ui/page.ts';
import { THEMES, type Theme, themeSetting } from '../../../ui/theme.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { leads } from '../../../workspace/room.ts';
import { writeSetting } from '../../../workspace/setting.ts';
import { inExtension } from '../../in-extension.ts';
import { PAGES } from '../../page-list.ts';
import { keysShown } from './shown.ts';

/** An action available everywhere in the companion. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** Group heading. */
  readonly group: string;
  readonly run: () => void | Promise<void>;
}

/** The pages of the rail, and what else pages offer. Settings are offered by their parts. */
const PLACES: readonly PagePlace[] = PAGES.filter(({ id }) => id !== 'settings').flatMap(
  ({ id, rail, places = [] }) => [...(rail ? [{ hash: `#/${id}`, name: rail.name }] : []), ...places],
);
const PARTS: readonly PagePlace[] = [
  { hash: '#/settings', name: 'settingsGeneral' },
  ...(inExtension ? ([{ hash: '#/settings/sites', name: 'settingsSites' }] as const) : []),
  { hash: '#/settings/networks', name: 'settingsNetworks' },
  { hash: '#/settings/team', name: 'settingsTeam' },
  { hash: '#/settings/data', name: 'settingsData' },
  { hash: '#/settings/privacy', name: 'settingsPrivacy' },
];
const LIGHTS: Record<Theme, PlainKey> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

const going = (places: readonly PagePlace[], group: string): Command[] =>
  places.map(({ hash, name }) => ({ id: hash, name: t(name), group, run: () => location.assign(hash) }));

/** What only those who lead a team are offered. */
const leading = (): readonly PagePlace[] =>
  team.value && leads(team.value.member.role) ? [{ hash: '#/settings/lead', name: 'adminTitle' }] : [];

/** Every command, in the page's language. */
export function commandsOf(workspace: Workspace): Command[] {
  const help = () => {
    keysShown.value = true;
  };
  return [
    ...going(PLACES, t('paletteGo')),
    ...going([...PARTS, ...leading()], t('navSettings')),
    ...THEMES.map((theme) => ({
      id: theme,
      name: t(LIGHTS[theme]),
      group: t('settingsTheme'),
      run: () => writeSetting(workspace, themeSetting, theme),
    })),
    { id: 'keys', name: t('keysTitle'), group: t('paletteHelp'), run: help },
  ];
}
