import { ROOMS, TABLES } from '../../../src/app/declared.ts';
import { readMembership } from '../../../src/team/membership.ts';
import { type Language, profile } from '../../../src/team/profile.ts';
import { isConnected, Team } from '../../../src/team/team.ts';
import { openWorkspace, type Workspace } from '../../../src/workspace/open.ts';
import { sent } from '../../../src/workspace/rooms/tables.ts';
import { changeSetting, writeSetting } from '../../../src/workspace/setting.ts';
import type { State } from '../screens.ts';
import { fillDiary } from './diary.ts';
import { AnsweredTeam, fillTeam } from './team.ts';

/** A diary with the team that its pages know. */
export interface Filled {
  readonly workspace: Workspace;
  readonly team: Team | null;
}

const open = (name: string) => openWorkspace(TABLES, `pictures-${name}`);

/** A diary whose every query is refused. */
function refusing(name: string, error: () => unknown): Filled {
  const workspace = open(name);
  workspace.diary.on('ready', () => {
    throw error();
  });
  return { workspace, team: null };
}

/** Whether a page before this one filled it. */
const isFilled = async (workspace: Workspace) => (await readMembership(workspace)) !== null;

/** The team of a full diary, filled where it is not. */
async function filledTeam(workspace: Workspace): Promise<Team> {
  if (!(await isFilled(workspace))) {
    await fillDiary(workspace, Date.now());
    (await fillTeam(workspace, Date.now())).close();
  }
  const member = await readMembership(workspace);
  if (!member) throw new Error('no team was filled in');
  return new Team(workspace, member, ROOMS);
}

/** With the hub away: what was given waits, or was not accepted. */
async function away(): Promise<Filled> {
  const workspace = open('away');
  const team = await filledTeam(workspace);
  await workspace.rows(sent).limit(40).modify({ state: 'refused', reason: 'reader' });
  return { workspace, team };
}

async function full(): Promise<Filled> {
  const workspace = open('full');
  const { member } = await filledTeam(workspace);
  const waits = workspace.rows(sent).filter(({ state }) => state !== 'sent');
  await waits.modify({ state: 'sent', sent: Date.now() });
  const team = new AnsweredTeam(workspace, member, ROOMS);
  await writeSetting(workspace, isConnected, true);
  return { workspace, team };
}

const MAKE: Record<State, () => Filled | Promise<Filled>> = {
  empty: () => ({ workspace: open('empty'), team: null }),
  full,
  away,
  damaged: () =>
    refusing('damaged', () => new DOMException('Internal error opening backing store', 'UnknownError')),
  quota: () => refusing('quota', () => new DOMException('', 'QuotaExceededError')),
};

const made = new Map<State, Promise<Filled>>();
let chosen: Language = 'en';
/** The language of each diary that can be written. */
const languages = new Map<State, Language>();

/** The diary of a state, made once, in the language that was chosen last. */
export async function stateOf(state: State): Promise<Filled> {
  const known = made.get(state) ?? Promise.resolve(MAKE[state]());
  made.set(state, known);
  const filled = await known;
  const language = chosen;
  if (/^(?:empty|full|away)$/.test(state) && languages.get(state) !== language) {
    languages.set(state, language);
    await changeSetting(filled.workspace, profile, (before) => ({ ...before, language }));
  }
  return filled;
}

/** Has every diary speak this language from now on, as if the person had chosen it. */
export function chooseLanguage(language: Language): void {
  chosen = language;
}
