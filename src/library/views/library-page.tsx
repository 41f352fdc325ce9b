import './library.css';
import { useMemo, useState } from 'preact/hooks';
import { current, t } from '../../i18n/language.ts';
import { authorsOf, ownersOf } from '../../team/authors.ts';
import { History } from '../../team/hub-api.ts';
import type { Team } from '../../team/team.ts';
import { TeamMember } from '../../team/team-items.ts';
import { fitting, useItems } from '../../team/views/use-items.ts';
import { Button } from '../../ui/button.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { newId } from '../../workspace/ids.ts';
import { isLeader } from '../../workspace/room.ts';
import { comment, decide, type Editing, saveItems, tagged, trash } from '../edits.ts';
import type { LibraryItem } from '../item.ts';
import { lastMonths } from '../months.ts';
import { bySort, EVERYTHING, type Found, type LibraryFilter, matching, type Sort } from '../search.ts';
import { Board } from './board.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { byline, type Names } from './byline.ts';
import { CommentsDialog } from './comments-dialog.tsx';
import { Filters, type View } from './filters.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemForm } from './item-form.tsx';
import { type ItemActions, ItemRow } from './item-row.tsx';
import type { ChannelName } from './item-terms.tsx';
import { TeamPicture } from './media/team-picture.tsx';
import { TeamThumb } from './media/team-thumb.tsx';
import { OwnTemplates } from './own-templates.tsx';
import { PostsPart } from './posts-list.tsx';
import { type ShownLibrary, useLibrary } from './use-library.ts';

const DAY = 86_400_000;
/** Rows shown at a time. */
const ROWS = 100;

interface LibraryPageProps {
  team: Team;
  /** Channels in the person's order, with their names. */
  channels: readonly ChannelName[];
  siteName: (site: string) => string;
  /** Opens the sheet for an item's link and text. */
  onShare: (item: LibraryItem, near: Element) => void;
  /** An item's results in a few words; empty where unknown. */
  cameOf?: (id: string) => string;
  /** A page to add, handed over by the popup. */
  offered?: Pick<LibraryItem, 'title' | 'link'> | null;
}

/** The open dialog: editing an item, its history, or its comments. */
type Over =
  | { readonly is: 'edit' | 'past'; readonly item: LibraryItem }
  | { readonly is: 'open'; readonly id: string }
  | { readonly is: 'talk'; readonly about: string; readonly title: string };

/** The team's items and shared customer posts, with search; editable by anyone who may write. */
export function LibraryPage(props: LibraryPageProps) {
  const { team, channels, siteName, onShare, cameOf, offered = null } = props;
  const now = Date.now();
  const library = useLibrary(team.rooms, lastMonths(now));
  const [filter, setFilter] = useState<LibraryFilter>(EVERYTHING);
  const [sort, setSort] = useState<Sort>('newest');
  const [view, setView] = useState<View>('list');
  const mayWrite = team.member.role !== 'viewer';
  const [over, setOver] = useState<Over | null>(
    offered && mayWrite ? { is: 'edit', item: { ...blank(), ...offered } } : null,
  );
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const today = Math.floor(now / DAY);
  const items = useItems(team.rooms, ['team'], 'members');
  const members = useMemo(() => fitting(items, TeamMember), [items]);
  const owners = useMemo(() => ownersOf(members, team.member), [members, team]);
  const shown = useMemo(
    () => library.found.filter(matching(filter, today, owners)).sort(bySort(sort, current.value.language)),
    [library, filter, sort, today, owners],
  );
  const { role } = team.member;
  const named = useMemo(() => new Map(members.map(({ id, name }) => [id, name])), [members]);
  const names: Names = { owners, nameOf: (id) => named.get(id) ?? '' };
  const editing = useMemo(() => editingOf(team, library), [team, library]);
  const chosen = shown.filter(({ item }) => chosenIds.has(item.id)).map(({ item }) => item);
  const many = (work: () => Promise<void>) => {
    work().then(() => setChosenIds(new Set()), sayFailure);
  };
  const actions: ItemActions = {
    byline: ({ writers }) => byline(writers.item, names),
    decidedBy: ({ writers }) => names.nameOf(authorsOf(writers.verdict, owners).last),
    mayWrite,
    channelName: (id) => channels.find((one) => one.id === id)?.name ?? id,
    commentCountOf: ({ item }) => library.comments.get(item.id)?.length ?? 0,
    isChosen: ({ item }) => chosenIds.has(item.id),
    choose: mayWrite ? ({ item }, on) => setChosenIds(changed(chosenIds, item.id, on)) : null,
    talk: ({ item }) => setOver({ is: 'talk', about: item.id, title: item.title }),
    decide: isLeader(role)
      ? ({ item }, verdict) => void decide(editing, [item], verdict).catch(sayFailure)
      : null,
    open: ({ item }) => setOver({ is: 'open', id: item.id }),
    edit: ({ item }) => setOver({ is: 'edit', item }),
    history: ({ item }) => setOver({ is: 'past', item }),
    trash: ({ item }, away) =>
      void saveItems(editing, [{ ...item, trashed: away ? Date.now() : 0 }]).catch(sayFailure),
    share: ({ item }, near) => onShare(item, near),
    came: ({ item }) => cameOf?.(item.id) ?? '',
    thumb: (medium) => <TeamThumb key={medium.hash} team={team} medium={medium} />,
    picture: (medium) => <TeamPicture key={medium.hash} team={team} medium={medium} />,
  };
  return (
    <div class="library">
      <header class="page-head library-head">
        <h1>{t('libraryTitle')}</h1>
        {mayWrite && (
          <Button kind="shu" onClick={() => setOver({ is: 'edit', item: blank() })}>
            {t('libraryAdd')}
          </Button>
        )}
      </header>
      <OwnTemplates workspace={team.workspace} />
      <Filters
        all={library.found}
        channels={channels}
        members={members}
        owners={owners}
        {...{ filter, sort, view }}
        n={shown.length}
        onFilter={setFilter}
        onSort={setSort}
        onView={setView}
      />
      {view === 'posts' ? (
        <PostsPart
          library={library}
          words={filter.words}
          names={names}
          siteName={siteName}
          onTrash={mayWrite ? (post) => void trash(editing, 'posts', post).catch(sayFailure) : null}
          preview={(hash) => <TeamPicture team={team} medium={{ hash, alt: '' }} mayTake={false} />}
          onTalk={(post) => setOver({ is: 'talk', about: post.id, title: post.author.name || post.url })}
        />
      ) : (
        <Items library={library} shown={shown} view={view} today={today} actions={actions} />
      )}
      <BulkBar
        n={chosen.length}
        of={shown.length}
        onAll={() => setChosenIds(new Set(shown.map(({ item }) => item.id)))}
        onNone={() => setChosenIds(new Set())}
        onTag={(tag) => many(() => saveItems(editing, tagged(chosen, tag)))}
        onTrash={() =>
          many(() =>
            saveItems(
              editing,
              chosen.map((item) => ({ ...item, trashed: Date.now() })),
            ),
          )
        }
        onDecide={isLeader(role) ? (verdict) => many(() => decide(editing, chosen, verdict)) : null}
      />
      <OverPage
        team={team}
        editing={editing}
        over={over}
        library={library}
        channels={channels}
        names={names}
        actions={actions}
        onClose={() => setOver(null)}
      />
    </div>
  );
}

const changed = (chosenIds: ReadonlySet<string>, id: string, on: boolean) =>
  new Set(on ? [...chosenIds, id] : [...chosenIds].filter((one) => one !== id));

function editingOf(team: Team, library: ShownLibrary): Editing {
  const places = new Map(library.posts.map((placed) => [placed.value.id, placed]));
  return {
    rooms: team.rooms,
    locate: (id) => library.places.get(id) ?? places.get(id) ?? library.commentPlaces.get(id),
  };
}

interface ItemsProps {
  library: ShownLibrary;
  shown: readonly Found[];
  view: View;
  today: number;
  actions: ItemActions;
}

/** The matches, as a list or a board. */
function Items({ library, shown, view, today, actions }: ItemsProps) {
  const [many, setMany] = useState(ROWS);
  return (
    <>
      <p class="caption" role="status">
        {t('libraryCount', { n: shown.length })}
        {library.aside.length > 0 && ` · ${t('libraryAside', { n: library.aside.length })}`}
      </p>
      {library.isRead && library.found.length === 0 && <p>{t('libraryEmpty')}</p>}
      {library.found.length > 0 && shown.length === 0 && <p>{t('libraryNoMatch')}</p>}
      {view === 'board' ? (
        <Board shown={shown} today={today} actions={actions} />
      ) : (
        <ul class="library-list">
          {shown.slice(0, many).map((found) => (
            <ItemRow key={found.item.id} found={found} actions={actions} />
          ))}
        </ul>
      )}
      {view === 'list' && shown.length > many && (
        <Button onClick={() => setMany(many + ROWS)}>{t('libraryMore', { n: shown.length - many })}</Button>
      )}
    </>
  );
}

interface OverProps {
  team: Team;
  editing: Editing;
  over: Over | null;
  library: ShownLibrary;
  channels: readonly ChannelName[];
  names: Names;
  actions: ItemActions;
  onClose: () => void;
}

/** The open dialog, if any. */
function OverPage({ team, editing, over, library, channels, names, actions, onClose }: OverProps) {
  if (!over) return null;
  const mayWrite = team.member.role !== 'viewer';
  const save = (item: LibraryItem) => saveItems(editing, [item]).then(onClose);
  if (over.is === 'edit')
    return (
      <ItemForm
        team={team}
        item={over.item}
        isNew={!library.places.has(over.item.id)}
        channels={channels}
        onSave={save}
        onClose={onClose}
      />
    );
  if (over.is === 'talk')
    return (
      <CommentsDialog
        title={over.title}
        comments={library.comments.get(over.about) ?? []}
        names={names}
        me={team.member.member}
        onSay={mayWrite ? (text) => comment(editing, over.about, text) : null}
        onTakeBack={(one) => trash(editing, 'comments', one)}
        onClose={onClose}
      />
    );
  if (over.is === 'open') {
    const found = library.found.find(({ item }) => item.id === over.id);
    return found ? <ItemDialog found={found} actions={actions} onClose={onClose} /> : null;
  }
  const room = library.places.get(over.item.id)?.room ?? '';
  return (
    <HistoryDialog
      item={over.item}
      read={() => team.ask('/api/history', { room, root: 'items', key: over.item.id }, History)}
      nameOf={names.nameOf}
      onRestore={mayWrite ? save : null}
      onClose={onClose}
    />
  );
}

const blank = (): LibraryItem => ({
  id: newId(),
  at: Date.now(),
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
});
