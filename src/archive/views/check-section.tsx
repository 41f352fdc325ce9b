import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { ShieldCheck } from '../../ui/icon.ts';
import { Section } from '../../ui/section.tsx';
import type { Check } from '../../workspace/check.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type Finding, findAll, mendAll } from '../check.ts';
import { ProgressBar } from './progress-bar.tsx';
import { useTask } from './use-task.ts';

interface CheckProps {
  workspace: Workspace;
  checks: readonly Check[];
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="data-findings">
      {findings.map(({ check, n }) => (
        <li key={check.id}>
          {t(check.found, { n })}
          <br />
          <span class="caption">{t(check.mends)}</span>
        </li>
      ))}
    </ul>
  );
}

interface Looked {
  readonly findings: readonly Finding[];
  readonly mended: boolean;
}

function Result({ looked, onMend }: { looked: Looked; onMend: () => void }) {
  const { findings, mended } = looked;
  if (findings.length === 0) {
    return (
      <p role="status" class="data-done">
        <ShieldCheck aria-hidden="true" /> {t(mended ? 'checkMended' : 'checkFine')}
      </p>
    );
  }
  return (
    <div role="status" class="data-preview">
      <p>{t(mended ? 'checkLeft' : 'checkFound')}</p>
      <Findings findings={findings} />
      {!mended && (
        <div>
          <Button onClick={onMend}>{t('checkMend')}</Button>
        </div>
      )}
    </div>
  );
}

/** Checks the data: shows the problems first and repairs them on request. */
export function CheckSection({ workspace, checks }: CheckProps) {
  const { work, run, stop } = useTask<Looked>();
  const look = () =>
    void run(async (course) => ({ findings: await findAll(workspace, checks, course), mended: false }));
  const mend = (findings: readonly Finding[]) =>
    void run(async () => ({ findings: await mendAll(workspace, findings, Date.now()), mended: true }));
  return (
    <Section title={t('checkTitle')} about={t('checkAbout')}>
      {work.state === 'running' ? (
        <ProgressBar label={t('checkRunning')} progress={work.progress} onStop={stop} />
      ) : (
        <div>
          <Button onClick={look}>{t('checkDo')}</Button>
        </div>
      )}
      {work.state === 'done' && <Result looked={work.value} onMend={() => mend(work.value.findings)} />}
      {work.state === 'stopped' && <p role="status">{t('dataStopped')}</p>}
      {work.state === 'failed' && <p role="alert">{t('dataFailed', { error: String(work.error) })}</p>}
    </Section>
  );
}
