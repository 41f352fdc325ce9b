import './media.css';
import { byteSize, dayTime, number } from '../../../i18n/format.ts';
import { current, t } from '../../../i18n/language.ts';
import type { Team } from '../../../team/team.ts';
import { Section } from '../../../ui/section.tsx';
import { useLive } from '../../../workspace/live.ts';
import { type RoomMedium, roomMedia } from '../../../workspace/rooms/media/tables.ts';
import { TeamPicture } from './team-picture.tsx';

/** Rows shown; the figure has the total. */
const SHOWN = 20;

async function readOwn({ workspace }: Team) {
  const own = workspace.rows(roomMedia).where('state').anyOf('waiting', 'sent', 'refused');
  const n = await own.count();
  const rows = await workspace
    .rows(roomMedia)
    .orderBy('at')
    .reverse()
    .filter(({ state }) => state !== 'fetched')
    .limit(SHOWN)
    .toArray();
  return { n, rows };
}

const STATES = { waiting: 'leavesWaiting', sent: 'leavesSent', refused: 'leavesRefused' } as const;

function Row({ team, medium }: { team: Team; medium: RoomMedium }) {
  const { language } = current.value;
  return (
    <li class="media-left">
      <TeamPicture team={team} medium={{ hash: medium.hash, alt: '' }} mayTake={false} />
      <span class="caption">
        {[
          medium.state !== 'fetched' && t(STATES[medium.state]),
          byteSize(medium.bytes.byteLength, language),
          dayTime(medium.at, language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

/** Media that this device shared with the team or is about to, exactly as sent. */
export function SharedMedia({ team }: { team: Team }) {
  const live = useLive(() => readOwn(team), [team]);
  if (live.state !== 'ready' || live.value.n === 0) return null;
  const { n, rows } = live.value;
  return (
    <Section
      title={`${t('libraryMedia')} ${number(n, current.value.language)}`}
      about={t('leavesMediaAbout')}
    >
      <ul class="media-lefts">
        {rows.map((medium) => (
          <Row key={medium.hash} team={team} medium={medium} />
        ))}
      </ul>
      {n > rows.length && <p class="caption">{t('leavesMore', { n: n - rows.length })}</p>}
    </Section>
  );
}
