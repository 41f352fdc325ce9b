import { t } from '../../../i18n/language.ts';
import { Lock, ShieldCheck } from '../../../ui/icon.ts';
import type { Card } from '../../card.ts';
import { permissionStatusOf } from '../../rights/permission-status.ts';
import { STATUS_WORDS } from './status-words.ts';

/** A permission's status by shape and word. View only, the common case, is just the lock. */
export function RightsMark({ card, now }: { card: Pick<Card, 'rights' | 'until'>; now: number }) {
  const status = permissionStatusOf(card.rights, card.until, now);
  const words = t(STATUS_WORDS[status]);
  const Icon = status === 'granted' ? ShieldCheck : Lock;
  return (
    <span class="rights-mark" data-status={status} title={words}>
      <Icon aria-hidden="true" />
      <span class={status === 'unasked' ? 'out-of-sight' : undefined}>{words}</span>
    </span>
  );
}
