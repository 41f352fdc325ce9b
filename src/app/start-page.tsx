import { type ComponentType, render } from 'preact';
import { speak } from '../i18n/language.ts';
import { languageOf } from '../team/language.ts';
import { profile } from '../team/profile.ts';
import { followTheme } from '../ui/theme.ts';
import { openWorkspace, type Workspace } from '../workspace/open.ts';
import { readSetting } from '../workspace/setting.ts';
import { TABLES } from './declared.ts';

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
