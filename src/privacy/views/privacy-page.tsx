import './privacy.css';
import { t } from '../../i18n/language.ts';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting } from '../../workspace/setting.ts';
import { tidied } from '../../workspace/whole-from.ts';
import { shorter } from '../retention-choices.ts';
import { readTableUsage } from '../table-usage.ts';
import { DeleteSection } from './delete-section.tsx';
import { PageDisclosures } from './page-disclosures.tsx';
import type { PrivacyPorts } from './ports.ts';
import { SentSection } from './sent-section.tsx';
import { StoredSection } from './stored-section.tsx';

async function readAll(workspace: Workspace, ports: PrivacyPorts) {
  const tables = ports.retained.tables;
  return {
    usages: await readTableUsage(workspace, tables),
    sites: await ports.readSites(),
    chosen: await readSetting(workspace, shorter),
    done: await readSetting(workspace, tidied),
  };
}

/** Bytes in use by the browser's estimate; null where there is none. */
async function readUsage(): Promise<number | null> {
  const { usage } = await navigator.storage.estimate();
  return usage ?? null;
}

/** What is stored, why, for how long and how much; what has left; and deletion. From the declarations. */
export function PrivacyPage({ workspace, ports }: { workspace: Workspace; ports: PrivacyPorts }) {
  const live = useLive(() => readAll(workspace, ports), [workspace]);
  const sent = useLive(() => ports.readSent(), [workspace]);
  const used = useLive(readUsage, [live]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (sent.state === 'failed') return <Failed error={sent.error} />;
  if (live.state === 'loading' || sent.state === 'loading') return <Skeleton label={t('privacyReading')} />;
  const { usages, sites, chosen, done } = live.value;
  return (
    <>
      <SentSection usages={usages} sent={sent.value} seeSent={ports.links.sent} />
      <StoredSection
        workspace={workspace}
        ports={ports}
        usages={usages}
        chosen={chosen}
        tidied={done}
        usage={used.state === 'ready' ? used.value : null}
      />
      <PageDisclosures disclosures={ports.disclosures} />
      <DeleteSection workspace={workspace} ports={ports} usages={usages} sites={sites} />
    </>
  );
}
