import './rights.css';
import { useState } from 'preact/hooks';
import { date } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import type { Workspace } from '../../../workspace/open.ts';
import type { Capture } from '../../capture.ts';
import {
  grantOf,
  type PermissionStatus,
  permissionStatusOf,
  untilOf,
} from '../../rights/permission-status.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { RightsHistory, usesWords } from './rights-history.tsx';
import { RightsMark } from './rights-mark.tsx';

interface RightsPanelProps {
  workspace: Workspace;
  capture: Capture;
}
type Open = 'ask' | 'answer' | 'revoke' | null;

function how(status: PermissionStatus, capture: Capture): string {
  const { language } = current.value;
  const grant = grantOf(capture);
  const end = grant?.until ? date(grant.until, language) : '';
  if (status === 'asked') return t('rightsAskedHow');
  if (status === 'declined') return t('rightsDeclinedHow');
  if (status === 'revoked') return t('rightsRevokedHow');
  if (status === 'expired') return t('rightsExpiredHow', { date: end });
  if (status === 'unasked') return t('rightsUnaskedHow');
  if (!grant) return t('rightsGrantedBare');
  const until = end ? t('rightsUntil', { date: end }) : t('rightsNoEnd');
  return `${t('rightsGrantedHow', { uses: usesWords(grant) })}\n${until}`;
}

/** The permission's status and its actions: ask, record an answer, revoke. Nothing is sent from here. */
export function RightsPanel({ workspace, capture }: RightsPanelProps) {
  const [open, setOpen] = useState<Open>(null);
  const until = untilOf(capture);
  const status = permissionStatusOf(capture.rights, until, Date.now());
  const granted = status === 'granted';
  const close = () => setOpen(null);
  return (
    <section class="rights" aria-label={t('rightsTitle')}>
      <h2>{t('rightsTitle')}</h2>
      <p class="rights-standing">
        <RightsMark card={{ rights: capture.rights, until }} now={Date.now()} />
      </p>
      <p class="rights-how soft">{how(status, capture)}</p>
      <div class="rights-actions no-print">
        {!granted && (
          <Button onClick={() => setOpen('ask')}>
            {t(status === 'unasked' ? 'rightsAsk' : 'rightsAskAgain')}
          </Button>
        )}
        <Button kind={status === 'asked' ? 'plain' : 'quiet'} onClick={() => setOpen('answer')}>
          {t('rightsAnswer')}
        </Button>
        {(granted || status === 'expired') && (
          <Button kind="quiet" onClick={() => setOpen('revoke')}>
            {t('rightsRevoke')}
          </Button>
        )}
      </div>
      <RightsHistory steps={capture.permission ?? []} />
      {open === 'ask' && <AskDialog workspace={workspace} capture={capture} onClose={close} />}
      {(open === 'answer' || open === 'revoke') && (
        <AnswerDialog workspace={workspace} id={capture.id} kind={open} onClose={close} />
      )}
    </section>
  );
}
