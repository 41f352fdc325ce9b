import './leaves.css';
import { dayTime, number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/field.tsx';
import { sayFailure } from '../../ui/say-failure.ts';
import { Section } from '../../ui/section.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type Sent, sent } from '../../workspace/rooms/tables.ts';
import { changeMembership, readMembership } from '../membership.ts';
import { ROOMS } from '../rooms.ts';
import type { Optional } from '../shared-event.ts';
import type { Team } from '../team.ts';

/** Rows that are shown of each state; the figure says how many there are. */
const SHOWN = 50;

const STATES: readonly { states: readonly Sent['state'][]; name: MessageKey }[] = [
  { states: ['refused'], name: 'leavesRefused' },
  { states: ['waiting', 'again'], name: 'leavesWaiting' },
  { states: ['sent'], name: 'leavesSent' },
];

async function readSent(workspace: Workspace, states: readonly Sent['state'][]) {
  const all = workspace
    .rows(sent)
    .where('state')
    .anyOf([...states]);
  const n = await all.count();
  const rows = await workspace
    .rows(sent)
    .orderBy('at')
    .reverse()
    .filter(({ state }) => states.includes(state))
    .limit(SHOWN)
    .toArray();
  return { n, rows };
}

/** What each room gets from this device, exactly: what waits, what arrived, what was not accepted. */
export function Leaves({ workspace, team }: { workspace: Workspace; team: Team }) {
  return (
    <Section title={t('leavesTitle')} about={t('leavesAbout')}>
      <Optionals workspace={workspace} />
      {STATES.map(({ states, name }) => (
        <State key={name} workspace={workspace} team={team} states={states} name={name} />
      ))}
    </Section>
  );
}

function Optionals({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readMembership(workspace), [workspace]);
  const without = live.state === 'ready' ? (live.value?.without ?? []) : [];
  const give = (field: Optional, on: boolean) => {
    changeMembership(workspace, (before) => ({
      ...before,
      without: on ? before.without.filter((one) => one !== field) : [...before.without, field],
    })).catch(sayFailure);
  };
  return (
    <div>
      <Check
        label={t('leavesGive')}
        checked={!without.includes('site')}
        onChange={(on) => give('site', on)}
      />
      <Check
        label={t('leavesGiveItem')}
        checked={!without.includes('item')}
        onChange={(on) => give('item', on)}
      />
    </div>
  );
}

interface StateProps {
  workspace: Workspace;
  team: Team;
  states: readonly Sent['state'][];
  name: MessageKey;
}

function State({ workspace, team, states, name }: StateProps) {
  const live = useLive(() => readSent(workspace, states), [workspace, name]);
  if (live.state !== 'ready') return null;
  const { n, rows } = live.value;
  const more = n - rows.length;
  return (
    <section class="leaves">
      <h3>
        {t(name)} <span class="caption">{number(n, current.value.language)}</span>
      </h3>
      {n === 0 && <p class="caption">{t('leavesNone')}</p>}
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} team={team} />
        ))}
      </ul>
      {more > 0 && <p class="caption">{t('leavesMore', { n: more })}</p>}
    </section>
  );
}

const PURPOSES = new Map<string, MessageKey>(ROOMS.map(({ kind, purpose }) => [kind, purpose as MessageKey]));

function Row({ row, team }: { row: Sent; team: Team }) {
  const purpose = PURPOSES.get(row.room.split('/')[0] ?? '');
  const again = () => team.rooms.put(row.room, row.root, row.key, row.value).catch(sayFailure);
  return (
    <li>
      <div class="leaves-row">
        <span>{purpose && t(purpose)}</span>
        <time class="caption">{dayTime(row.at, current.value.language)}</time>
      </div>
      {row.reason && <p class="caption">{t('leavesReason', { reason: row.reason })}</p>}
      <details>
        <summary>{t('leavesShow')}</summary>
        <pre dir="auto">
          {JSON.stringify({ room: row.room, root: row.root, ...asShown(row.value) }, null, 2)}
        </pre>
      </details>
      {row.state === 'refused' && <Button onClick={again}>{t('leavesAgain')}</Button>}
    </li>
  );
}

const asShown = (value: unknown) => (typeof value === 'object' && value !== null ? value : { value });
