import { t } from '../../../src/i18n/language.ts';
import type { PlainKey } from '../../../src/i18n/translate.ts';
import { THEMES, type Theme, themeSetting } from '../../../src/ui/theme.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { inExtension } from '../in-extension.ts';
import { keysShown } from './shown.ts';

/** An action available everywhere in the companion. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** Group heading. */
  readonly group: string;
  readonly run: () => void | Promise<void>;
}

const PLACES: readonly (readonly [hash: string, name: PlainKey])[] = [
  ['#/me', 'navMe'],
  ['#/activity', 'navActivity'],
  ['#/captures', 'navCaptures'],
  ['#/captures/trash', 'captureTrash'],
  ['#/drafts', 'navDrafts'],
  ['#/library', 'navLibrary'],
  ['#/links', 'navLinks'],
  ['#/team', 'navTeam'],
  ['#/report', 'reportOwnTitle'],
];
const PARTS: readonly (readonly [hash: string, name: PlainKey])[] = [
  ['#/settings', 'settingsGeneral'],
  ...(inExtension ? ([['#/settings/sites', 'settingsSites']] as const) : []),
  ['#/settings/networks', 'settingsNetworks'],
  ['#/settings/team', 'settingsTeam'],
  ['#/settings/data', 'settingsData'],
  ['#/settings/privacy', 'settingsPrivacy'],
];
const LIGHTS: Record<Theme, PlainKey> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

const going = (places: typeof PLACES, group: string): Command[] =>
  places.map(([hash, name]) => ({ id: hash, name: t(name), group, run: () => location.assign(hash) }));

/** Every command, in the page's language. */
export function commandsOf(workspace: Workspace): Command[] {
  const help = () => {
    keysShown.value = true;
  };
  return [
    ...going(PLACES, t('paletteGo')),
    ...going(PARTS, t('navSettings')),
    ...THEMES.map((theme) => ({
      id: theme,
      name: t(LIGHTS[theme]),
      group: t('settingsTheme'),
      run: () => writeSetting(workspace, themeSetting, theme),
    })),
    { id: 'keys', name: t('keysTitle'), group: t('paletteHelp'), run: help },
  ];
}
