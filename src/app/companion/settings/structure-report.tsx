import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

type Made = { report: string } | { problem: string };

/** The most recently used tab of a site. */
async function tabOf(origins: readonly string[]): Promise<number | null> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  const [latest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  return latest?.id ?? null;
}

async function make(site: string, origins: readonly string[]): Promise<Made> {
  try {
    const tab = await tabOf(origins);
    if (tab === null) return { problem: t('reportNoTab', { site }) };
    const [first] = await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ['/structure.js' as '/background.js'],
    });
    return typeof first?.result === 'string'
      ? { report: first.result }
      : { problem: t('reportNoTab', { site }) };
  } catch (error) {
    return { problem: t('reportFailed', { error: String(error) }) };
  }
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return t('reportCopied');
  } catch {
    // Blocked by the browser: the text stays selectable.
    return t('reportCopyFailed');
  }
}

/** Describes one post of an open page by structure only, and shows the whole report before it is copied. */
export function StructureReport({ site, origins }: { site: string; origins: readonly string[] }) {
  const [made, setMade] = useState<Made | null>(null);
  const [result, say] = useState('');
  const report = made && 'report' in made ? made.report : '';
  const close = () => {
    setMade(null);
    say('');
  };
  return (
    <>
      <Button kind="quiet" onClick={() => void make(site, origins).then(setMade)}>
        {t('reportMake')}
      </Button>
      {made && 'problem' in made && (
        <p class="caption" role="status">
          {made.problem}
        </p>
      )}
      {report && (
        <Dialog
          open
          title={t('reportTitle', { site })}
          onClose={close}
          footer={
            <>
              <span class="caption" role="status">
                {result}
              </span>
              <Button onClick={() => void copy(report).then(say)}>{t('reportCopy')}</Button>
            </>
          }
        >
          <p>{t('reportWhat')}</p>
          <textarea class="input report" readOnly aria-label={t('reportTitle', { site })} value={report} />
        </Dialog>
      )}
    </>
  );
}
