import './profile.css';
import { useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Workspace } from '../../workspace/open.ts';
import type { Profile } from '../profile.ts';
import { changeProfile } from './change-profile.ts';

/** A tracking code as it is read out. */
export function Code({ code }: { code: string }) {
  return <code class="code">{code}</code>;
}

interface CodeFieldProps {
  workspace: Workspace;
  person: Profile;
  mint: () => string;
}

/** The person's tracking code. A new one is made after a confirmation; links that are already shared keep the old one. */
export function CodeField({ workspace, person, mint }: CodeFieldProps) {
  const [asking, ask] = useState(false);
  const make = async () => {
    await changeProfile(workspace, { code: mint() });
    ask(false);
    showToast(t('codeMade'));
  };
  if (!person.code) {
    return (
      <div class="code-field">
        <p>{t('codeNone')}</p>
        <Button onClick={() => make().catch(sayFailure)}>{t('codeMake')}</Button>
      </div>
    );
  }
  return (
    <div class="code-field">
      <Code code={person.code} />
      <Button onClick={() => ask(true)}>{t('codeNew')}</Button>
      <Dialog
        open={asking}
        onClose={() => ask(false)}
        title={t('codeNewTitle')}
        footer={
          <>
            <Button onClick={() => ask(false)}>{t('codeKeep')}</Button>
            <Button onClick={() => make().catch(sayFailure)}>{t('codeNewDo')}</Button>
          </>
        }
      >
        <p>{t('codeNewText', { code: person.code })}</p>
      </Dialog>
    </div>
  );
}
