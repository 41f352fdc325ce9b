import './library.css';
import { useMemo, useState } from 'preact/hooks';
import { current, t } from '../../i18n/language.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { History } from '../../team/hub-api.ts';
import type { Team } from '../../team/team.ts';
import { TeamMember } from '../../team/team-items.ts';
import { fitting, useItems } from '../../team/views/use-items.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { sayFailure } from '../../ui/say-failure.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { newId } from '../../workspace/ids.ts';
import { leads, monthOf } from '../../workspace/room.ts';
import { type Decision, decidedHash } from '../decision.ts';
import type { LibraryItem } from '../item.ts';
import { bySort, EVERYTHING, type Found, matching, SORTS, type Sort } from '../search.ts';
import type { State } from '../standing.ts';
import { HistoryDialog } from './history-dialog.tsx';
import { ItemForm } from './item-form.tsx';
import { type ItemDoors, ItemRow } from './item-row.tsx';
import { useLibrary } from './use-library.ts';

const DAY = 86_400_000;
/** Months that are open at once; what is older is found by asking for it. */
const MONTHS = 6;
/** Rows shown before one asks for more: a page of them is more than anybody reads. */
const ROWS = 100;

const STATE_NAMES: readonly { state: State | ''; name: MessageKey }[] = [
  { state: '', name: 'libraryAll' },
  { state: 'suggested', name: 'librarySuggested' },
  { state: 'approved', name: 'libraryApproved' },
  { state: 'declined', name: 'libraryDeclined' },
  { state: 'now', name: 'libraryNow' },
  { state: 'expired', name: 'libraryExpired' },
  { state: 'trash', name: 'libraryInTrash' },
];
const SORT_NAMES: Record<Sort, MessageKey> = {
  newest: 'libraryNewest',
  title: 'libraryByTitle',
  validity: 'libraryByValidity',
};

/** The last months, newest first. */
function lastMonths(now: number): string[] {
  const first = new Date(now);
  return Array.from({ length: MONTHS }, (_, back) =>
    monthOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - back, 1)),
  );
}

interface LibraryPageProps {
  team: Team;
  /** Opens the way to share an item's link with its words. */
  onShare: (item: LibraryItem, near: Element) => void;
}

/** What the team has ready to share: found as one types, edited by anyone who writes, decided by managers. */
export function LibraryPage({ team, onShare }: LibraryPageProps) {
  const now = Date.now();
  const library = useLibrary(team.rooms, lastMonths(now));
  const [words, setWords] = useState('');
  const [state, setState] = useState<State | ''>('');
  const [sort, setSort] = useState<Sort>('newest');
  const [many, setMany] = useState(ROWS);
  const [edited, setEdited] = useState<LibraryItem | null>(null);
  const [past, setPast] = useState<LibraryItem | null>(null);
  const members = fitting(useItems(team.rooms, ['team'], 'members'), TeamMember);
  const shown = useMemo(() => {
    const is = matching({ ...EVERYTHING, words, state }, Math.floor(now / DAY));
    return library.found.filter(is).sort(bySort(sort, current.value.language));
  }, [library, words, state, sort]);
  const nameOf = (id: string) => members.find((one) => one.id === id)?.name ?? '';
  const save = async (item: LibraryItem) => {
    const room = library.places.get(item.id)?.room ?? `library/${monthOf(Date.now())}`;
    await team.rooms.put(room, 'items', item.id, { ...item, at: Date.now(), by: team.member.member });
    setEdited(null);
    setPast(null);
  };
  const { role } = team.member;
  const doors = doorsOf(team, nameOf, save, setEdited, setPast, onShare);
  return (
    <div class="library">
      <header class="page-head library-head">
        <h1>{t('libraryTitle')}</h1>
        {role !== 'viewer' && (
          <Button kind="shu" onClick={() => setEdited(blank(team))}>
            {t('libraryAdd')}
          </Button>
        )}
      </header>
      <div class="library-filters">
        <SearchField label={t('librarySearch')} value={words} onInput={setWords} />
        <SelectField
          label={t('libraryState')}
          value={state}
          options={STATE_NAMES.map((one) => ({ value: one.state, label: t(one.name) }))}
          onChange={(value) => setState(STATE_NAMES.find((one) => one.state === value)?.state ?? '')}
        />
        <SelectField
          label={t('librarySort')}
          value={sort}
          options={SORTS.map((one) => ({ value: one, label: t(SORT_NAMES[one]) }))}
          onChange={(value) => setSort(SORTS.find((one) => one === value) ?? 'newest')}
        />
      </div>
      <p class="caption" role="status">
        {t('libraryCount', { n: shown.length })}
        {library.aside.length > 0 && ` · ${t('libraryAside', { n: library.aside.length })}`}
      </p>
      {library.isRead && library.found.length === 0 && <p>{t('libraryEmpty')}</p>}
      {library.found.length > 0 && shown.length === 0 && <p>{t('libraryNoMatch')}</p>}
      <ul class="library-list">
        {shown.slice(0, many).map((found) => (
          <ItemRow key={found.item.id} found={found} doors={doors} />
        ))}
      </ul>
      {shown.length > many && (
        <Button onClick={() => setMany(many + ROWS)}>{t('libraryMore', { n: shown.length - many })}</Button>
      )}
      {edited && <ItemForm item={edited} onSave={save} onClose={() => setEdited(null)} />}
      {past && (
        <HistoryDialog
          item={past}
          read={() =>
            team.ask(
              '/api/history',
              { room: library.places.get(past.id)?.room ?? '', root: 'items', key: past.id },
              History,
            )
          }
          nameOf={nameOf}
          onRestore={role === 'viewer' ? null : save}
          onClose={() => setPast(null)}
        />
      )}
    </div>
  );
}

function blank(team: Team): LibraryItem {
  return {
    id: newId(),
    at: Date.now(),
    by: team.member.member,
    title: '',
    versions: [],
    link: '',
    media: [],
    channels: [],
    campaign: '',
    from: 0,
    to: 0,
    tags: [],
    trashed: 0,
  };
}

function doorsOf(
  team: Team,
  nameOf: (member: string) => string,
  save: (item: LibraryItem) => Promise<void>,
  edit: (item: LibraryItem) => void,
  history: (item: LibraryItem) => void,
  share: LibraryPageProps['onShare'],
): ItemDoors {
  const { role, member } = team.member;
  const decide = ({ item }: Found, verdict: Decision['verdict']) => {
    const decision: Decision = {
      id: newId(),
      about: item.id,
      hash: decidedHash(item),
      verdict,
      at: Date.now(),
      by: member,
      note: '',
    };
    team.rooms.put('board', 'decisions', decision.id, decision).catch(sayFailure);
  };
  return {
    nameOf,
    mayWrite: role !== 'viewer',
    decide: leads(role) ? decide : null,
    edit: ({ item }) => edit(item),
    history: ({ item }) => history(item),
    trash: ({ item }, away) => {
      save({ ...item, trashed: away ? Date.now() : 0 }).catch(sayFailure);
    },
    share: ({ item }, near) => share(item, near),
  };
}
