import { current, t } from '../../i18n/language.ts';
import type { TeamProfile } from '../../team/hub-api.ts';
import { nextWords } from '../../team/views/figures/next-words.ts';

interface FiguresChangeProps {
  profile: TeamProfile | undefined;
  /** The month that it is. */
  now: string;
  leads: boolean;
}

/** A note to everybody: that figures are still published by the earlier rule, or how they will be from a month on. */
export function FiguresChange({ profile, now, leads }: FiguresChangeProps) {
  if (!profile) return null;
  const { figures } = profile;
  if (!figures)
    return (
      <p class="notice no-print">
        {t('figuresEarlierNote')}{' '}
        {leads ? <a href="#/settings/lead/figures">{t('figuresChoose')}</a> : t('figuresEarlierAdmin')}
      </p>
    );
  if (figures.since <= now) return null;
  return <p class="notice no-print">{nextWords(figures, current.value.language)}</p>;
}
