import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import type { Team } from '../../team/team.ts';
import type { TeamMember } from '../../team/team-items.ts';
import { hubWords } from '../../team/views/hub-words.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import type { LinkCommand } from '../commands.ts';
import { PendingTargets } from '../hub-api.ts';

type PendingTarget = PendingTargets['asked'][number];

/** Links with a new target on another site, for a manager to approve or decline. Nothing if there are none. */
export function PendingTargetsList({ team, members }: { team: Team; members: readonly TeamMember[] }) {
  const [pending, setPending] = useState<readonly PendingTarget[]>([]);
  const read = async () => {
    const answer = await team.ask('/api/links/asked', {}, PendingTargets);
    if (answer.ok) setPending(answer.value.asked);
  };
  useEffect(() => void read(), [team]);
  const answer = async ({ link, to }: PendingTarget, yes: boolean) => {
    const result = await team.command<LinkCommand>(
      yes ? { do: 'link.agree', link, target: to } : { do: 'link.decline', link },
    );
    if (!result.ok) showToast(hubWords(result.reason));
    await read();
  };
  if (pending.length === 0) return null;
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? t('teamOthers');
  return (
    <section>
      <h2>{t('pendingTargetsTitle')}</h2>
      <p class="caption">{t('pendingTargetsAbout')}</p>
      <ul class="pending-targets">
        {pending.map((one) => (
          <li key={one.link}>
            <span>
              {nameOf(one.member)}: {one.title}
            </span>
            <span class="caption" dir="ltr">
              {one.from} → {one.to}
            </span>
            <span>
              <Button onClick={() => void answer(one, true)}>{t('pendingTargetsAgree')}</Button>{' '}
              <Button kind="quiet" onClick={() => void answer(one, false)}>
                {t('pendingTargetsDecline')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
