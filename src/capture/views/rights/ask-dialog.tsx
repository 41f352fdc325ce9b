import { useState } from 'preact/hooks';
import { current, t } from '../../../i18n/language.ts';
import { profile } from '../../../team/profile.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-and-open.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField, TextArea } from '../../../ui/field.tsx';
import { ArrowUpRight, Copy } from '../../../ui/icon.ts';
import { showToast } from '../../../ui/toast.tsx';
import { newId } from '../../../workspace/ids.ts';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { readSetting } from '../../../workspace/setting.ts';
import type { Capture } from '../../capture.ts';
import { MAX_WORDS } from '../../rights/permission-step.ts';
import { recordStep } from '../../rights/record-step.ts';
import {
  REQUEST_LANGUAGES,
  type RequestLanguage,
  requestIn,
  requestLanguageOf,
} from '../../rights/request-words.ts';

interface AskDialogProps {
  workspace: Workspace;
  capture: Capture;
  onClose: () => void;
}

/** A language's name in that language. */
function nameOf(language: RequestLanguage): string {
  // By script: zh-CN alone would be named after the country.
  const tag = language === 'zh-CN' ? 'zh-Hans' : language;
  return new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? language;
}

/** A request to the author in the post's language. Copying it records the request; the person sends it. */
export function AskDialog({ workspace, capture, onClose }: AskDialogProps) {
  const { read } = capture;
  const [id] = useState(newId);
  const [language, setLanguage] = useState(requestLanguageOf(read.lang, current.value.language));
  const [written, setWritten] = useState<string | null>(null);
  const [error, setError] = useState('');
  const mine = useLive(() => readSetting(workspace, profile), [workspace]);
  const company = mine.state === 'ready' ? mine.value.company : '';
  const author = read.author.name || read.author.handle;
  const words = written ?? requestIn(language, { author, company, url: read.url });
  const copyAndRecord = async () => {
    if (!(await copyText(words))) return setError(t('rightsNotCopied'));
    const at = Date.now();
    const step = { id, type: 'asked' as const, at, on: at, words, link: '' as const, uses: [], terms: '' };
    const refused = await recordStep(workspace, capture.id, { ...step, until: null });
    if (refused) return setError(t('rightsRefused'));
    showToast(t('rightsCopied'));
    onClose();
  };
  const footer = (
    <>
      <a class="button" data-kind="quiet" href={read.url} target="_blank" rel="noreferrer">
        <ArrowUpRight aria-hidden="true" />
        {t('captureOriginal')}
      </a>
      <Button
        icon={<Copy aria-hidden="true" />}
        onClick={() =>
          copyAndRecord().catch((thrown: unknown) => setError(t('uiChangeFailed', { error: String(thrown) })))
        }
      >
        {t('rightsCopyRecord')}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={t('rightsAsk')} footer={footer}>
      <p class="soft rights-how">{t('rightsAskHow', { author: author || t('captureNobody') })}</p>
      <SelectField
        label={t('rightsLanguage')}
        value={language}
        options={REQUEST_LANGUAGES.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(value) => {
          setWritten(null);
          setLanguage(REQUEST_LANGUAGES.find((one) => one === value) ?? language);
        }}
      />
      <TextArea
        label={t('rightsRequest')}
        lang={language}
        rows={9}
        maxLength={MAX_WORDS}
        value={words}
        error={error}
        onInput={setWritten}
      />
    </Dialog>
  );
}
