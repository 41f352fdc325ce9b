import { t } from '../i18n/language.ts';
import type { PlainKey } from '../i18n/translate.ts';
import { useLive } from '../workspace/live.ts';
import type { Workspace } from '../workspace/open.ts';
import { readSetting, writeSetting } from '../workspace/setting.ts';
import { sayFailure } from './failure-toast.ts';
import { Segmented } from './segmented.tsx';
import { THEMES, type Theme, themeSetting } from './theme.ts';

const NAMES: Record<Theme, PlainKey> = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' };

/** Chooses the theme of our own pages. */
export function ThemeField({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readSetting(workspace, themeSetting), [workspace]);
  return (
    <div>
      <Segmented
        label={t('settingsTheme')}
        value={live.state === 'ready' ? live.value : themeSetting.initial}
        options={THEMES.map((value) => ({ value, label: t(NAMES[value]) }))}
        onChange={(theme) => void writeSetting(workspace, themeSetting, theme).catch(sayFailure)}
      />
    </div>
  );
}
