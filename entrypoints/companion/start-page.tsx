import { type ComponentType, render } from 'preact';
import { TABLES } from '../../src/app/declared.ts';
import { speak } from '../../src/i18n/language.ts';
import { languageOf } from '../../src/team/language.ts';
import { profile } from '../../src/team/profile.ts';
import { followTheme } from '../../src/ui/theme.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';

/**
 * Starts a page on the diary, in the person's language. With an unreadable diary the page still starts, in the
 * browser's language, and reports that.
 */
export async function startPage(
  View: ComponentType<{ workspace: Workspace }>,
  started?: (workspace: Workspace) => void,
): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const workspace = openWorkspace(TABLES);
  const person = await readSetting(workspace, profile).catch(() => profile.initial);
  await Promise.all([speak(languageOf(person)), followTheme(workspace)]);
  render(<View workspace={workspace} />, root);
  started?.(workspace);
}
