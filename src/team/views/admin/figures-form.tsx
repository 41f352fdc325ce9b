import { useEffect, useState } from 'preact/hooks';
import { current, t } from '../../../i18n/language.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/section.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { type FiguresChoice, USUAL_FIGURES } from '../../figures.ts';
import { FiguresView } from '../../hub-api.ts';
import type { Team } from '../../team.ts';
import { FiguresChoiceField } from '../figures/figures-choice.tsx';
import { nextWords } from '../figures/next-words.ts';
import { hubWords } from '../hub-words.ts';

/** How the team's figures are shown, and how they will be from the next month on. */
export function FiguresForm({ team }: { team: Team }) {
  const [view, setView] = useState<FiguresView | null>(null);
  const [chosen, setChosen] = useState<FiguresChoice | null>(null);
  const read = async () => {
    const answer = await team.ask('/api/figures', {}, FiguresView);
    if (answer.ok) setView(answer.value);
    else showToast(hubWords(answer.reason));
  };
  useEffect(() => void read(), [team]);
  if (!view) return null;
  const value = chosen ?? view.next ?? view.now ?? USUAL_FIGURES;
  const save = async () => {
    const { mode, few } = value;
    const answer = await team.command({ do: 'team.figures', figures: { mode, few } });
    showToast(answer.ok ? t('adminSaved') : hubWords(answer.reason));
    setChosen(null);
    await read();
  };
  const { language } = current.value;
  return (
    <Section title={t('figuresTitle')} about={t('figuresAbout')}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {view.now === null && <p>{t('figuresEarlierNote')}</p>}
        {view.next && <p>{nextWords(view.next, language)}</p>}
        <FiguresChoiceField value={value} onChange={setChosen} people={view.people} />
        <Button type="submit" disabled={chosen === null && view.now !== null}>
          {t('figuresSave')}
        </Button>
      </form>
    </Section>
  );
}
