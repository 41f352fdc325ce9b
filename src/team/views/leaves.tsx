import './leaves.css';
import { useState } from 'preact/hooks';
import { dayTime, number } from '../../i18n/format.ts';
import { current, t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { Check } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { type SentRow, sent } from '../../workspace/rooms/tables.ts';
import { changeMembership, readMembership } from '../membership.ts';
import type { Optional } from '../shared-event.ts';
import type { Team } from '../team.ts';

/** Rows that are shown of each kind; the figure says how many there are. */
const SHOWN = 50;

type SentState = SentRow['state'];

/** Items that are not on the hub's disk yet are expanded; those that arrived are collapsed. */
const STATES: readonly { states: readonly SentState[]; name: PlainKey; open: boolean }[] = [
  { states: ['refused'], name: 'leavesRefused', open: true },
  { states: ['waiting', 'again'], name: 'leavesWaiting', open: true },
  { states: ['sent'], name: 'leavesSent', open: false },
];

const kindOf = (room: string) => room.split('/')[0] ?? '';

/** How many items of each kind of room there are in each state, by the index alone. */
async function countSent(workspace: Workspace): Promise<ReadonlyMap<SentState, ReadonlyMap<string, number>>> {
  const rows = workspace.rows(sent);
  const pairs = await rows.orderBy('[room+state]').uniqueKeys();
  const counts = new Map<SentState, Map<string, number>>();
  for (const pair of pairs) {
    const [room, state] = pair as unknown as [string, SentState];
    const kinds = counts.get(state) ?? new Map<string, number>();
    const n = await rows.where('[room+state]').equals([room, state]).count();
    counts.set(state, kinds.set(kindOf(room), (kinds.get(kindOf(room)) ?? 0) + n));
  }
  return counts;
}

function newestSent(workspace: Workspace, states: readonly SentState[], kind: string): Promise<SentRow[]> {
  return workspace
    .rows(sent)
    .orderBy('at')
    .reverse()
    .filter(({ state, room }) => states.includes(state) && kindOf(room) === kind)
    .limit(SHOWN)
    .toArray();
}

/** Exactly what each kind of room gets from this device: refused, waiting and arrived items. */
export function Leaves({ workspace, team }: { workspace: Workspace; team: Team }) {
  const live = useLive(() => countSent(workspace), [workspace]);
  const counts = live.state === 'ready' ? live.value : null;
  return (
    <Section title={t('leavesTitle')} about={t('leavesAbout')}>
      <Optionals workspace={workspace} />
      {counts?.size === 0 && <p class="caption">{t('leavesNone')}</p>}
      {counts &&
        STATES.map(({ states, name, open }) => {
          const kinds = summed(states.map((state) => counts.get(state) ?? new Map()));
          return <State key={name} {...{ workspace, team, states, name, open, kinds }} />;
        })}
    </Section>
  );
}

function summed(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const kinds of all) for (const [kind, n] of kinds) sum.set(kind, (sum.get(kind) ?? 0) + n);
  return sum;
}

function Optionals({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readMembership(workspace), [workspace]);
  const without = live.state === 'ready' ? (live.value?.without ?? []) : [];
  const include = (field: Optional, on: boolean) => {
    changeMembership(workspace, (before) => ({
      ...before,
      without: on ? before.without.filter((one) => one !== field) : [...before.without, field],
    })).catch(sayFailure);
  };
  return (
    <div>
      <Check
        label={t('leavesWithSite')}
        checked={!without.includes('site')}
        onChange={(on) => include('site', on)}
      />
      <Check
        label={t('leavesWithItem')}
        checked={!without.includes('item')}
        onChange={(on) => include('item', on)}
      />
    </div>
  );
}

interface StateProps {
  workspace: Workspace;
  team: Team;
  states: readonly SentState[];
  name: PlainKey;
  open: boolean;
  kinds: ReadonlyMap<string, number>;
}

/** Only where there is any. */
function State({ name, kinds, ...group }: StateProps) {
  if (kinds.size === 0) return null;
  const n = [...kinds.values()].reduce((sum, some) => sum + some, 0);
  return (
    <section class="leaves">
      <h3>
        {t(name)} <span class="caption">{number(n, current.value.language)}</span>
      </h3>
      {[...kinds].map(([kind, some]) => (
        <Group key={kind} kind={kind} n={some} {...group} />
      ))}
    </section>
  );
}

type GroupProps = Omit<StateProps, 'name' | 'kinds'> & { kind: string; n: number };

/** All that went to rooms of one kind, in one line that unfolds. */
function Group({ workspace, team, states, open, kind, n }: GroupProps) {
  const [isOpen, setOpen] = useState(open);
  const purpose = team.declared.find((room) => room.kind === kind)?.purpose;
  return (
    <details class="leaves-group" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{purpose ? t(purpose) : kind}</span>
        <span class="caption">{number(n, current.value.language)}</span>
      </summary>
      {isOpen && <Rows {...{ workspace, team, states, kind, n }} />}
    </details>
  );
}

function Rows({ workspace, team, states, kind, n }: Omit<GroupProps, 'open'>) {
  const live = useLive(() => newestSent(workspace, states, kind), [workspace, kind, n]);
  if (live.state !== 'ready') return null;
  const more = n - live.value.length;
  return (
    <>
      <ul>
        {live.value.map((row) => (
          <Row key={row.id} row={row} team={team} />
        ))}
      </ul>
      {more > 0 && <p class="caption">{t('leavesMore', { n: more })}</p>}
    </>
  );
}

function Row({ row, team }: { row: SentRow; team: Team }) {
  const again = () => team.rooms.put(row.room, row.root, row.key, row.value).catch(sayFailure);
  return (
    <li>
      <details>
        <summary>
          <span>{t('leavesShow')}</span>
          <time class="caption">{dayTime(row.at, current.value.language)}</time>
        </summary>
        <pre dir="auto">
          {JSON.stringify({ room: row.room, root: row.root, ...asShown(row.value) }, null, 2)}
        </pre>
      </details>
      {row.reason && <p class="caption">{reasonWords(row.reason)}</p>}
      {row.state === 'refused' && <Button onClick={again}>{t('leavesAgain')}</Button>}
    </li>
  );
}

const REASONS = new Map<string, PlainKey>([
  ['quota', 'leavesReasonQuota'],
  ['schema', 'leavesReasonSchema'],
  ['reader', 'leavesReasonReader'],
  ['others-item', 'leavesReasonOthers'],
]);

/** Why the hub refused an item. Reasons that nobody can act on are shown by their names. */
function reasonWords(reason: string): string {
  const words = REASONS.get(reason);
  return words ? t(words) : t('leavesReason', { reason });
}

const asShown = (value: unknown) => (typeof value === 'object' && value !== null ? value : { value });
