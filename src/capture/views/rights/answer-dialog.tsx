import { useRef, useState } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import type { PlainKey } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Check, Field, TextArea, TextField } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { newId } from '../../../workspace/ids.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { MAX_WORDS, type Step, USES, type Use } from '../../rights/permission-step.ts';
import { type Refusal, recordStep } from '../../rights/record-step.ts';
import { dayIn, momentOf } from './day-field.ts';
import { USE_WORDS } from './status-words.ts';

interface AnswerDialogProps {
  workspace: Workspace;
  /** Id of the capture. */
  id: string;
  /** Records the author's answer, or that a permission was withdrawn. */
  kind: 'answer' | 'revoke';
  onClose: () => void;
}

const WHY: Record<Refusal, PlainKey> = {
  evidence: 'rightsNeedEvidence',
  uses: 'rightsNeedUses',
  ended: 'rightsNeedEnd',
  order: 'rightsRefused',
  many: 'rightsRefused',
};

interface DayFieldProps {
  label: string;
  value: string;
  error?: string | undefined;
  onInput: (value: string) => void;
}
function DayField({ label, value, error, onInput }: DayFieldProps) {
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="date"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Uses({
  uses,
  error,
  onUses,
}: {
  uses: readonly Use[];
  error: string;
  onUses: (uses: Use[]) => void;
}) {
  return (
    <fieldset class="rights-uses">
      <legend>{t('rightsUses')}</legend>
      {USES.map((use) => (
        <Check
          key={use}
          label={t(USE_WORDS[use])}
          checked={uses.includes(use)}
          onChange={(on) => onUses(on ? [...uses, use] : uses.filter((one) => one !== use))}
        />
      ))}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** The author's conditions, with an example of the form to be changed into what they wrote. */
function Terms({ terms, onTerms }: { terms: string; onTerms: (terms: string) => void }) {
  const field = useRef<HTMLDivElement>(null);
  const begin = () => {
    onTerms(t('rightsTermsExample'));
    field.current?.querySelector('textarea')?.focus();
  };
  return (
    <div ref={field} class="rights-terms">
      <TextArea
        label={t('rightsTerms')}
        hint={t('rightsTermsHint')}
        rows={2}
        maxLength={2000}
        value={terms}
        onInput={onTerms}
      />
      {terms === '' && (
        <Button kind="quiet" onClick={begin}>
          {t('rightsTermsStart')}
        </Button>
      )}
    </div>
  );
}

/** Records the author's answer with its evidence, or a withdrawal. Nothing is prefilled. */
export function AnswerDialog({ workspace, id, kind, onClose }: AnswerDialogProps) {
  const [step, setStep] = useState(newId);
  const [yes, setYes] = useState<'yes' | 'no'>('yes');
  const [uses, setUses] = useState<Use[]>([]);
  const [terms, setTerms] = useState('');
  const [until, setUntil] = useState('');
  const [on, setOn] = useState(dayIn(Date.now()));
  const [words, setWords] = useState('');
  const [link, setLink] = useState('');
  const [refused, setRefused] = useState<Refusal | 'link' | 'failed' | null>(null);
  const type: Step['type'] = kind === 'revoke' ? 'revoked' : yes === 'yes' ? 'granted' : 'declined';
  const granting = type === 'granted';
  const save = async () => {
    if (link !== '' && !/^https?:\/\/\S+$/i.test(link)) return setRefused('link');
    const at = Date.now();
    const refusal = await recordStep(workspace, id, {
      id: step,
      type,
      at,
      on: momentOf(on) ?? at,
      words,
      link,
      uses: granting ? uses : [],
      terms: granting ? terms : '',
      until: granting ? momentOf(until, true) : null,
    });
    if (refusal) return setRefused(refusal);
    setStep(newId());
    showToast(t('rightsRecorded'));
    onClose();
  };
  const errorOf = (own: Refusal | 'link' | 'failed', key: PlainKey) => (refused === own ? t(key) : '');
  const footer = (
    <>
      <Button kind="quiet" onClick={onClose}>
        {t('uiClose')}
      </Button>
      <Button
        kind={kind === 'revoke' ? 'loss' : 'plain'}
        onClick={() => save().catch(() => setRefused('failed'))}
      >
        {t(kind === 'revoke' ? 'rightsRevokeRecord' : 'rightsRecord')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(kind === 'revoke' ? 'rightsRevoke' : 'rightsAnswer')}
      footer={footer}
    >
      {kind === 'revoke' ? (
        <p class="soft rights-how">{t('rightsRevokeHow')}</p>
      ) : (
        <Segmented
          label={t('rightsAnswerIs')}
          value={yes}
          options={[
            { value: 'yes', label: t('rightsYes') },
            { value: 'no', label: t('rightsNo') },
          ]}
          onChange={setYes}
        />
      )}
      {granting && (
        <>
          <Uses uses={uses} error={errorOf('uses', WHY.uses)} onUses={setUses} />
          <Terms terms={terms} onTerms={setTerms} />
        </>
      )}
      <div class="rights-days">
        <DayField label={t(kind === 'revoke' ? 'rightsRevokedOn' : 'rightsOn')} value={on} onInput={setOn} />
        {granting && (
          <DayField
            label={t('rightsEnds')}
            value={until}
            error={errorOf('ended', WHY.ended)}
            onInput={setUntil}
          />
        )}
      </div>
      <TextArea
        label={t('rightsEvidence')}
        hint={t('rightsEvidenceHint')}
        rows={3}
        maxLength={MAX_WORDS}
        value={words}
        error={errorOf('evidence', WHY.evidence)}
        onInput={setWords}
      />
      <TextField
        label={t('rightsLink')}
        inputMode="url"
        maxLength={4000}
        value={link}
        error={errorOf('link', 'rightsLinkBad')}
        onInput={(value) => setLink(value.trim())}
      />
      {(refused === 'order' || refused === 'many' || refused === 'failed') && (
        <p class="field-error" role="alert">
          {t('rightsRefused')}
        </p>
      )}
    </Dialog>
  );
}
