import './guide.css';
import { useId } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { CheckMark } from '../../ui/icon.ts';
import { TeamProfile } from '../hub-api.ts';
import { isNamed, RELATIONS_KEY, TeamRelations } from '../relations.ts';
import type { Team } from '../team.ts';
import { TeamMember } from '../team-items.ts';
import { fitting, useItems } from './use-items.ts';

/** What a hub calls its team until somebody names it. */
const UNNAMED = 'Musubi';

interface Step {
  readonly name: PlainKey;
  readonly href: string;
  readonly isDone: boolean;
}

interface GuideProps {
  team: Team;
  /** What other capabilities know: whether this person chose networks, and whether anything is of a campaign. */
  hasNetworks: boolean;
  hasCampaign: boolean;
  onDismiss: () => void;
}

function useSteps({ team, hasNetworks, hasCampaign }: Omit<GuideProps, 'onDismiss'>): Step[] {
  const profile = fitting(useItems(team.rooms, ['team'], 'profile'), TeamProfile)[0];
  const members = fitting(useItems(team.rooms, ['team'], 'members'), TeamMember).filter(({ left }) => !left);
  const rules = useItems(team.rooms, ['team'], 'rules');
  const { data: relations } = TeamRelations.safeParse(rules.get(RELATIONS_KEY));
  if (!profile) return [];
  const { name, country } = profile;
  return [
    { name: 'guideName', href: '#/settings/lead/profile', isDone: name !== UNNAMED },
    { name: 'guideDisclosure', href: '#/settings/lead/profile', isDone: country !== 'none' },
    {
      name: 'guideEmployer',
      href: '#/settings/lead/relations',
      isDone: relations !== undefined && isNamed(relations.employer),
    },
    { name: 'guideNetworks', href: '#/settings/networks', isDone: hasNetworks },
    { name: 'guideInvite', href: '#/settings/lead/people', isDone: members.length > 1 },
    { name: 'guideCampaign', href: '#/library', isDone: hasCampaign },
  ];
}

/** The first steps of a new team, each ticked by what is so. Nothing once all are done. */
export function TeamGuide({ onDismiss, ...facts }: GuideProps) {
  const id = useId();
  const steps = useSteps(facts);
  const done = steps.filter(({ isDone }) => isDone).length;
  if (done === steps.length) return null;
  return (
    <aside class="guide no-print" aria-labelledby={id}>
      <h2 id={id}>{t('guideTitle')}</h2>
      <p class="caption">{t('guideDone', { done, of: steps.length })}</p>
      <ol>
        {steps.map(({ name, href, isDone }) => (
          <li key={name} data-done={isDone ? '' : undefined}>
            <span class="guide-mark">
              {isDone && <CheckMark role="img" aria-label={t('guideStepDone')} />}
            </span>
            <a href={href}>{t(name)}</a>
          </li>
        ))}
      </ol>
      <Button kind="quiet" onClick={onDismiss}>
        {t('guideAway')}
      </Button>
    </aside>
  );
}
