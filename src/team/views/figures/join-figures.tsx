import './figures.css';
import { month as monthName } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { Check } from '../../../ui/field.tsx';
import { Section } from '../../../ui/section.tsx';
import type { InviteLook } from '../../hub-api.ts';
import { FiguresShown } from './figures-shown.tsx';

interface JoinFiguresProps {
  look: InviteLook;
  agreed: boolean;
  onAgreed: (agreed: boolean) => void;
}

/** Whether a team shows or will show results by name, so that newcomers have to agree. */
export const isOpenTeam = ({ figures, next }: InviteLook): boolean =>
  figures?.mode === 'open' || next?.mode === 'open';

/** What colleagues will see of somebody's figures once they have joined, and a question where that is everything. */
export function JoinFigures({ look, agreed, onAgreed }: JoinFiguresProps) {
  const { figures, next } = look;
  const people = look.people + 1;
  return (
    <Section title={t('joinFigures')}>
      {figures ? <FiguresShown choice={figures} people={people} /> : <p>{t('joinFiguresEarlier')}</p>}
      {next && (
        <>
          <p>{t('figuresSinceMonth', { month: monthName(next.since, current.value.language) })}</p>
          <FiguresShown choice={next} people={people} />
        </>
      )}
      {isOpenTeam(look) && <Check label={t('joinFiguresAgree')} checked={agreed} onChange={onAgreed} />}
    </Section>
  );
}
