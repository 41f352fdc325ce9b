import './privacy.css';
import { t } from '../../i18n/language.ts';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { shorter, tidied } from '../retention-choices.ts';
import { holdings } from '../table-usage.ts';
import { DeletePart } from './delete-part.tsx';
import { ToldPart } from './page-disclosures.tsx';
import type { PrivacyDoors } from './ports.ts';
import { LeftPart } from './sent-part.tsx';
import { StoredPart } from './stored-part.tsx';

async function readAll(workspace: Workspace, doors: PrivacyDoors) {
  const tables = doors.retained.keepings.map(({ table }) => table);
  return {
    held: await holdings(workspace, tables),
    sites: await doors.readSites(),
    chosen: await readSetting(workspace, shorter),
    done: await readSetting(workspace, tidied),
  };
}

/** Bytes in use as the browser counts them. Some browsers count nothing. */
async function readUsage(): Promise<number | null> {
  const { usage } = await navigator.storage.estimate();
  return usage ?? null;
}

/** What is stored, why, how long and how much; what has left; and how to delete it. All from the declarations. */
export function PrivacyPage({ workspace, doors }: { workspace: Workspace; doors: PrivacyDoors }) {
  const live = useLive(() => readAll(workspace, doors), [workspace]);
  const given = useLive(() => doors.readGiven(), [workspace]);
  const used = useLive(readUsage, [live]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (given.state === 'failed') return <Failed error={given.error} />;
  if (live.state === 'loading' || given.state === 'loading') return <Skeleton label={t('privacyReading')} />;
  const { held, sites, chosen, done } = live.value;
  return (
    <>
      <LeftPart held={held} names={doors.names} given={given.value} seeGiven={doors.links.given} />
      <StoredPart
        workspace={workspace}
        doors={doors}
        held={held}
        chosen={chosen}
        tidied={done}
        usage={used.state === 'ready' ? used.value : null}
      />
      <ToldPart told={doors.told} />
      <DeletePart workspace={workspace} doors={doors} held={held} sites={sites} />
    </>
  );
}
