import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Check } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { FiguresView, TeamProfile } from '../hub-api.ts';
import { forgetTeam } from '../leave.ts';
import { changeMembership, readMembership } from '../membership.ts';
import type { Team } from '../team.ts';
import { hubWords } from './hub-words.ts';
import { ROLE_NAMES } from './role-names.ts';
import { fitting, useItems } from './use-items.ts';

/** This person in the team: whether they are named in rankings, and the way out. */
export function Mine({ workspace, team }: { workspace: Workspace; team: Team }) {
  const live = useLive(() => readMembership(workspace), [workspace]);
  const profile = fitting(useItems(team.rooms, ['team'], 'profile'), TeamProfile)[0];
  const [asks, setAsks] = useState(false);
  const member = live.state === 'ready' ? live.value : null;
  if (!member) return null;
  const name = profile?.name ?? '';
  const list = async (listed: boolean) => {
    const answer = await team.command({ do: 'self.listed', listed });
    if (answer.ok) await changeMembership(workspace, (before) => ({ ...before, listed }));
    else showToast(hubWords(answer.reason));
  };
  return (
    <Section
      title={t('myTeamTitle')}
      about={t('myTeamAbout', { team: name, role: t(ROLE_NAMES[member.role]) })}
    >
      <Check
        label={t('myTeamListed')}
        checked={member.listed}
        onChange={(listed) => list(listed).catch(sayFailure)}
      />
      {member.listed && <NameState team={team} />}
      <p class="caption">{t('myTeamLeaveAbout')}</p>
      <Button kind="loss" onClick={() => setAsks(true)}>
        {t('myTeamLeave')}
      </Button>
      <LeaveDialog open={asks} name={name} workspace={workspace} team={team} onClose={() => setAsks(false)} />
    </Section>
  );
}

/** Why a listed name is not shown yet. */
function NameState({ team }: { team: Team }) {
  const [named, setNamed] = useState<FiguresView['named']>('yes');
  useEffect(() => {
    void team.ask('/api/figures', {}, FiguresView).then((answer) => {
      if (answer.ok) setNamed(answer.value.named);
    });
  }, [team]);
  if (named !== 'next' && named !== 'cover') return null;
  return <p class="caption">{t(named === 'next' ? 'myNameNext' : 'myNameWaits')}</p>;
}

interface LeaveProps {
  open: boolean;
  name: string;
  workspace: Workspace;
  team: Team;
  onClose: () => void;
}

/** Leaving works without the hub too: the device deletes the team's data and its key at once. */
function LeaveDialog({ open, name, workspace, team, onClose }: LeaveProps) {
  const leave = async () => {
    const answer = await team.command({ do: 'self.leave' });
    if (!answer.ok && answer.reason === 'last-admin') return showToast(hubWords(answer.reason));
    onClose();
    await forgetTeam(workspace, 'left');
  };
  return (
    <Dialog
      open={open}
      role="alertdialog"
      title={t('myTeamLeaveSure', { team: name })}
      onClose={onClose}
      footer={
        <Button kind="loss" onClick={() => void leave().catch(sayFailure)}>
          {t('myTeamLeave')}
        </Button>
      }
    >
      <p>{t('myTeamLeaveAbout')}</p>
    </Dialog>
  );
}
