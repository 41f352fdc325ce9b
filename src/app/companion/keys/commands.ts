import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import type { PagePlace } from '../../../ui/page.ts';
import { THEMES, type Theme, themeSetting } from '../../../ui/theme.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { writeSetting } from '../../../workspace/setting.ts';
import { PAGES } from '../../page-list.ts';
import { settingsTabs, tabHref } from '../../settings-list.ts';
import { keysShown } from './shown.ts';

/** An action available everywhere in the companion. */
export interface Command {
  readonly id: string;
  readonly name: string;
  /** Group heading. */
  readonly group: string;
  readonly run: () => void | Promise<void>;
}

/** The pages of the rail, and what else pages offer. Settings are offered by their tabs. */
const PLACES: readonly PagePlace[] = PAGES.filter(({ id }) => id !== 'settings').flatMap(
  ({ id, rail, places = [] }) => [...(rail ? [{ hash: `#/${id}`, name: rail.name }] : []), ...places],
);
const LIGHTS: Record<Theme, PlainKey> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

const going = (places: readonly PagePlace[], group: string): Command[] =>
  places.map(({ hash, name }) => ({ id: hash, name: t(name), group, run: () => location.assign(hash) }));

const tabPlaces = (): readonly PagePlace[] =>
  settingsTabs().map((tab) => ({ hash: tabHref(tab), name: tab.title }));

/** Every command, in the page's language. */
export function commandsOf(workspace: Workspace): Command[] {
  const help = () => {
    keysShown.value = true;
  };
  return [
    ...going(PLACES, t('paletteGo')),
    ...going(tabPlaces(), t('navSettings')),
    ...THEMES.map((theme) => ({
      id: theme,
      name: t(LIGHTS[theme]),
      group: t('settingsTheme'),
      run: () => writeSetting(workspace, themeSetting, theme),
    })),
    { id: 'keys', name: t('keysTitle'), group: t('paletteHelp'), run: help },
  ];
}
