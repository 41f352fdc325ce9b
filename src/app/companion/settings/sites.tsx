import { health } from '../../../activity/health.ts';
import { siteHealth } from '../../../activity/site-health.ts';
import { SiteReads } from '../../../activity/views/health/site-reads.tsx';
import { t } from '../../../i18n/language.ts';
import { buttons, type Shown, switched, type Which } from '../../../team/buttons.ts';
import { ButtonChoice } from '../../../team/views/button-choice.tsx';
import { type SiteChoice, SiteSwitches } from '../../../team/views/site-switches.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { Section } from '../../../ui/section.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { asking } from '../../../workspace/ask.ts';
import { useLive } from '../../../workspace/live.ts';
import { own } from '../../../workspace/named.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { changeSetting, readSetting } from '../../../workspace/setting.ts';
import type { Messages } from '../../messages.ts';
import { sitePorts } from '../../site-ports.ts';
import { StructureReport } from './structure-report.tsx';

const ask = asking<Messages>();

async function readAll(workspace: Workspace) {
  return {
    rows: await workspace.rows(health).toArray(),
    shown: await readSetting(workspace, buttons),
  };
}

/** Reads the stored value, not the rendered one: of two quick presses the second would undo the first. */
async function choose(workspace: Workspace, site: string, which: Which): Promise<void> {
  try {
    const next = (before: Record<string, Shown>) => ({
      ...before,
      [site]: switched(own(before, site) ?? 'both', which),
    });
    await changeSetting(workspace, buttons, next);
    await ask('feeds.changed', {});
  } catch (error) {
    sayFailure(error);
  }
}

/** Sites: on and off, which buttons, how well they are read, and what to do where that fails. */
export function Sites({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readAll(workspace), [workspace]);
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (live.state === 'loading') return <Skeleton label={t('settingsReading')} />;
  const { rows, shown } = live.value;
  const more = ({ id, name }: SiteChoice, origins: readonly string[]) => (
    <div class="site-more">
      <ButtonChoice
        site={name}
        shown={shown[id] ?? 'both'}
        onSwitch={(which) => void choose(workspace, id, which)}
      />
      <SiteReads health={siteHealth(rows, id)} />
      <StructureReport site={name} origins={origins} />
    </div>
  );
  return (
    <Section title={t('settingsSites')} about={t('settingsSitesAbout')}>
      <SiteSwitches {...sitePorts} more={more} />
    </Section>
  );
}
