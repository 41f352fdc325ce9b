import { useState } from 'preact/hooks';
import { events } from '../../../activity/events.ts';
import { dayTime } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import { sharedOf } from '../../../results/publish.ts';
import { TeamPage } from '../../../results/views/team-page.tsx';
import { channelName } from '../../../share/views/channel-name.ts';
import { type Invitation, invitationIn } from '../../../team/join.ts';
import { membershipEnd } from '../../../team/leave.ts';
import { profile } from '../../../team/profile.ts';
import type { SharedEvent } from '../../../team/shared-event.ts';
import { JoinOptions } from '../../../team/views/join/join-options.tsx';
import { JoinPage } from '../../../team/views/join/join-page.tsx';
import { team } from '../../../team/views/use-team.ts';
import { Failed } from '../../../ui/failed.tsx';
import type { PageProps } from '../../../ui/page.ts';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { readSetting } from '../../../workspace/setting.ts';
import { materialNames, siteName } from '../../names.ts';
import { FoundingGuide } from '../founding-guide.tsx';
import { monthIn, teamHref } from '../route.ts';

/** What joining needs to know: the person's name, how the last team ended, and their last share. */
async function readPerson(workspace: Workspace) {
  const [person, how] = await Promise.all([
    readSetting(workspace, profile),
    readSetting(workspace, membershipEnd),
  ]);
  const last = await workspace
    .rows(events)
    .orderBy('at')
    .reverse()
    .filter(({ type, undone }) => type === 'prepared' && undone === 0)
    .first();
  return { name: person.name, how, last: last ? sharedOf(last, { from: 0, without: [] }) : null };
}

/** A share's field for display. */
function shown(field: keyof SharedEvent, event: SharedEvent): string {
  if (field === 'at') return dayTime(event.at, current.value.language);
  if (field === 'type') return t('teamPrepared');
  if (field === 'channel') return channelName(event.channel);
  if (field === 'site') return siteName(event.site);
  return String(event[field]);
}

/** A default name for this device, from the browser's data. */
function deviceName(): string {
  const found = /(Firefox|Edg|Chrome|Safari)/.exec(navigator.userAgent)?.[1] ?? 'Browser';
  const system = /(Windows|Mac OS|Android|iPhone|iPad|Linux)/.exec(navigator.userAgent)?.[1] ?? '';
  return [found.replace('Edg', 'Edge'), system].filter(Boolean).join(', ');
}

/** Team: joining, or members and results. */
export function Page({ workspace, route, note }: PageProps) {
  const id = route.page === 'join' ? route.id : '';
  const month = monthIn(route.query, Date.now());
  const now = team.value;
  const live = useLive(() => readPerson(workspace), [workspace]);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const byAddress = id ? invitationIn(`${location.origin}/app/#/join/${id}`) : null;
  const invite = byAddress ?? invitation;
  if (now && !invite)
    return (
      <TeamPage
        key={month}
        workspace={workspace}
        team={now}
        month={month}
        guide={<FoundingGuide workspace={workspace} team={now} />}
        onMonth={(chosen) => location.replace(teamHref(chosen))}
        channelName={channelName}
        siteName={siteName}
        materialNames={(ids) => materialNames(workspace, ids)}
      />
    );
  if (now)
    return (
      <>
        <p>{t('joinAlready')}</p>
        {note}
      </>
    );
  if (live.state === 'failed') return <Failed error={live.error} />;
  if (now === undefined || live.state !== 'ready') return null;
  const { name, how, last } = live.value;
  const onJoined = () => {
    setInvitation(null);
    location.replace('#/team');
  };
  const person = { workspace, name, device: deviceName(), onJoined };
  if (invite) return <JoinPage {...person} invitation={invite} lastShare={last} shown={shown} note={note} />;
  return (
    <>
      <header class="page-head">
        <h1>{t('teamTitle')}</h1>
        <p class="soft">{t(how === 'left' ? 'teamLeft' : how === 'removed' ? 'teamRemoved' : 'teamNone')}</p>
      </header>
      <JoinOptions {...person} onInvitation={setInvitation} />
    </>
  );
}
