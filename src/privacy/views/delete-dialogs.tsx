import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';

interface DialogProps {
  exportHref: string;
  onClose: () => void;
  onGo: () => void;
}

function Foot({ exportHref, onClose, onGo, ready }: DialogProps & { ready: boolean }) {
  return (
    <>
      <a class="button privacy-copy" data-kind="quiet" href={exportHref}>
        {t('privacyExportFirst')}
      </a>
      <Button onClick={onClose}>{t('privacyCancel')}</Button>
      <Button kind="loss" disabled={!ready} onClick={onGo}>
        {t('privacyGo')}
      </Button>
    </>
  );
}

/** Confirms deleting everything of a site. */
export function SiteDialog({ site, ...rest }: DialogProps & { site: string }) {
  return (
    <Dialog
      open
      role="alertdialog"
      title={t('privacySiteTitle', { site })}
      onClose={rest.onClose}
      footer={<Foot {...rest} ready />}
    >
      <p>{t('privacySiteText', { site })}</p>
    </Dialog>
  );
}

/** Confirms deleting everything by a typed word: a press alone is too easy. */
export function AllDialog({ rows, ...rest }: DialogProps & { rows: number }) {
  const [typed, setTyped] = useState('');
  const word = t('privacyWord');
  const ready = typed.trim().toLowerCase() === word;
  return (
    <Dialog
      open
      role="alertdialog"
      title={t('privacyAllTitle')}
      onClose={rest.onClose}
      footer={<Foot {...rest} ready={ready} />}
    >
      <p>{t('privacyAllText', { n: rows })}</p>
      <TextField
        label={t('privacyType', { word })}
        value={typed}
        autocomplete="off"
        spellcheck={false}
        onInput={setTyped}
      />
    </Dialog>
  );
}
