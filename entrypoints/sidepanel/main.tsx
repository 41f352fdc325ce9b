import '../../src/ui/base.css';
import './panel.css';
import { render } from 'preact';
import { TABLES } from '../../src/declarations.ts';
import { speak } from '../../src/i18n/language.ts';
import { profile } from '../../src/team/profile.ts';
import { openWorkspace } from '../../src/workspace/open.ts';
import { readSetting } from '../../src/workspace/setting.ts';
import { languageOf } from '../companion/follow-language.ts';
import { Panel } from './panel.tsx';

async function start(): Promise<void> {
  const root = document.getElementById('app');
  if (!root) return;
  const workspace = openWorkspace(TABLES);
  const person = await readSetting(workspace, profile).catch(() => profile.initial);
  await speak(languageOf(person));
  render(<Panel workspace={workspace} />, root);
}

void start();
