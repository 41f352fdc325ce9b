import '../../src/ui/base.css';
import './companion.css';
import { render } from 'preact';
import { TABLES } from '../../src/declarations.ts';
import { speak } from '../../src/i18n/language.ts';
import { profile } from '../../src/team/profile.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';
import { App } from './app.tsx';
import { languageOf } from './follow-language.ts';

/** A diary that cannot be read still gives a page: it says so itself, in the browser's language. */
async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const workspace = openWorkspace(TABLES);
  const person = await readSetting(workspace, profile).catch(() => profile.initial);
  await speak(languageOf(person));
  render(<App workspace={workspace} />, root);
}

void start();
