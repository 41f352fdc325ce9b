import { t } from '../../i18n/language.ts';
import type { waitingCounts } from '../../workspace/rooms/outbox.ts';

/** What waits for the hub, in words; refused items come first. Null if there is neither. */
export function waitingWords({ waiting, refused }: Awaited<ReturnType<typeof waitingCounts>>): string | null {
  if (refused > 0) return t('navRefused', { n: refused });
  return waiting > 0 ? t('navWaiting', { n: waiting }) : null;
}
