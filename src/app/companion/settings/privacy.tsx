import { health } from '../../../activity/health.ts';
import { bitsOf, marks } from '../../../activity/mark.ts';
import { rollups } from '../../../activity/rollup.ts';
import type { KnownSite, PrivacyPorts } from '../../../privacy/views/ports.ts';
import { PrivacyPage } from '../../../privacy/views/privacy-page.tsx';
import { readSent } from '../../../team/sync-totals.ts';
import { announce } from '../../../workspace/announce.ts';
import { asking } from '../../../workspace/ask.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Messages } from '../../messages.ts';
import { siteName } from '../../names.ts';
import { RETAINED } from '../../retained.ts';
import { pageDisclosures } from './page-disclosures.ts';

const ask = asking<Messages>();
/** Marks sent to open pages in one message. */
const MANY = 2000;

async function readSites(workspace: Workspace): Promise<KnownSite[]> {
  const ids = new Set((await workspace.rows(health).toArray()).map(({ site }) => site));
  for (const { counts } of await workspace.rows(rollups).toArray())
    for (const cell of Object.keys(counts)) ids.add(cell.split('|')[2] ?? '');
  ids.delete('');
  ids.delete('page');
  return [...ids].map((id) => ({ id, name: siteName(id) })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Updates marks in open pages and reminders in the background after a deletion. */
async function deleting<Result>(workspace: Workspace, work: () => Promise<Result>): Promise<Result> {
  const before = (await workspace.rows(marks).toArray()).filter((mark) => bitsOf(mark) !== 0);
  const result = await work();
  const left = new Set(await workspace.rows(marks).toCollection().primaryKeys());
  const gone = before.map(({ post }) => post).filter((post) => !left.has(post));
  for (let i = 0; i < gone.length; i += MANY) {
    const none = Object.fromEntries(gone.slice(i, i + MANY).map((post) => [post, 0]));
    await announce({ musubi: 1, name: 'marks', marks: none });
  }
  await ask('draft.look', {});
  return result;
}

function doorsOf(workspace: Workspace): PrivacyPorts {
  return {
    retained: RETAINED,
    disclosures: pageDisclosures(),
    links: {
      captures: '#/captures',
      activity: '#/activity',
      export: '#/settings/data',
      sent: '#/settings/team',
    },
    readSent: () => readSent(workspace),
    readSites: () => readSites(workspace),
    deleting: (work) => deleting(workspace, work),
  };
}

/** Settings: what is stored, what has left, and deletion. */
export function Privacy({ workspace }: { workspace: Workspace }) {
  return <PrivacyPage workspace={workspace} ports={doorsOf(workspace)} />;
}
