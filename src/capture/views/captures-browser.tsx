import './captures.css';
import './rights/rights.css';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { current, t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { sayFailure } from '../../ui/failure-toast.ts';
import { BookmarkPlus } from '../../ui/icon.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting, writeSetting } from '../../workspace/setting.ts';
import type { Card } from '../card.ts';
import type { Cards } from '../live-cards.ts';
import { type CaptureFilter, EVERYTHING, isEverything, matching } from '../search.ts';
import { inOrder, type Sort } from '../sort.ts';
import { removeMany } from './bulk/actions.ts';
import { CollectionsDialog } from './bulk/collections-dialog.tsx';
import { DuplicatesNote } from './bulk/duplicates-note.tsx';
import { ManageDialog } from './bulk/manage-dialog.tsx';
import { type ExportChosen, type ManyDialog, SelectionBar } from './bulk/selection-bar.tsx';
import { TagsDialog } from './bulk/tags-dialog.tsx';
import { CaptureFilters } from './capture-filters.tsx';
import { CaptureList } from './capture-list.tsx';
import { remove } from './remove-capture.ts';
import { Searches } from './saved-searches.tsx';
import type { SiteNames } from './site-names.ts';
import { readTrashCount, TRASH } from './trash-page.tsx';
import { useCollections } from './use-collections.ts';
import { useSelection } from './use-selection.ts';
import { type View, viewChoice } from './view-choice.ts';

interface CapturesBrowserProps extends Cards, SiteNames {
  workspace: Workspace;
  /** Tags used anywhere, most used first. */
  knownTags: readonly string[];
  exportChosen: ExportChosen;
  /** Called with the matches in their order, at every change. */
  onOrder?: (found: readonly Card[]) => void;
}

interface Opened {
  readonly dialog: ManyDialog | 'manage';
  readonly ids: ReadonlySet<string>;
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered) {
    return (
      <Empty icon={<BookmarkPlus aria-hidden="true" />} title={t('captureNone')}>
        {t('captureNoneHow')}
      </Empty>
    );
  }
  return (
    <Empty
      role="status"
      title={t('captureNoMatch')}
      action={<Button onClick={onClear}>{t('captureClear')}</Button>}
    >
      {t('captureNoMatchHow')}
      <br />
      {t('captureSearchHint')}
    </Empty>
  );
}

/** The preferred layout, persisted. */
function useView(workspace: Workspace): [View, (view: View) => void] {
  const [picked, pick] = useState<View | null>(null);
  const saved = useLive(() => readSetting(workspace, viewChoice), [workspace]);
  const view = picked ?? (saved.state === 'ready' ? saved.value : viewChoice.initial);
  const choose = (next: View) => {
    pick(next);
    writeSetting(workspace, viewChoice, next).catch(sayFailure);
  };
  return [view, choose];
}

/** Escape clears the selection, unless it closes something else. */
function useEscape(on: boolean, letGo: () => void): void {
  useEffect(() => {
    if (!on) return undefined;
    const leave = (event: KeyboardEvent) => {
      const elsewhere = isTyping(event) || document.querySelector('.dialog, .menu');
      if (event.key === 'Escape' && !event.defaultPrevented && !elsewhere) letGo();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [on]);
}

function useFound(cards: readonly Card[], filter: CaptureFilter, sort: Sort): readonly Card[] {
  const { language } = current.value;
  const sorted = useMemo(() => inOrder(cards, sort, language), [cards, sort, language]);
  return useMemo(() => (isEverything(filter) ? sorted : sorted.filter(matching(filter))), [sorted, filter]);
}

interface LineProps {
  workspace: Workspace;
  words: string;
  filter: CaptureFilter;
  sort: Sort;
  onSearch: (search: { filter: CaptureFilter; sort: Sort }) => void;
}

/** Number of matches, saved searches and the link to the trash. */
function Line({ workspace, words, ...search }: LineProps) {
  const trash = useLive(() => readTrashCount(workspace), [workspace]);
  const n = trash.state === 'ready' ? trash.value : 0;
  return (
    <div class="captures-line">
      <p class="caption" role="status">
        {words}
      </p>
      <Searches workspace={workspace} {...search} />
      {n > 0 && <a href={`#/captures/${TRASH}`}>{t('captureTrashN', { n })}</a>}
    </div>
  );
}

/** The number of matches as text, or that older captures are still loading. */
function foundWords(found: number, all: number, whole: boolean): string {
  if (!whole) return t('captureReadingMore');
  return found === all ? t('captureCount', { n: found }) : t('captureCountOf', { n: found, all });
}

/** The list of captures with search, filters and bulk edit. */
export function CapturesBrowser(props: CapturesBrowserProps) {
  const { workspace, cards, whole, siteName, knownTags, exportChosen, onOrder } = props;
  const [filter, setFilter] = useState(EVERYTHING);
  const [sort, setSort] = useState<Sort>('newest');
  const [view, setView] = useView(workspace);
  const [opened, setOpened] = useState<Opened | null>(null);
  const collections = useCollections(workspace);
  const found = useFound(cards, filter, sort);
  const chosen = useSelection(found);
  const none = () => chosen.set([]);
  useEscape(chosen.ids.size > 0, none);
  useLayoutEffect(() => onOrder?.(found), [found]);
  const clear = () => setFilter(EVERYTHING);
  const words = foundWords(found.length, cards.length, whole);
  const onSearch = (search: { filter: CaptureFilter; sort: Sort }) => {
    setFilter(search.filter);
    setSort(search.sort);
  };
  const line = { workspace, filter, sort, onSearch };
  if (cards.length === 0)
    return (
      <>
        <Nothing filtered={false} onClear={clear} />
        <Line {...line} words="" />
      </>
    );
  const close = () => setOpened(null);
  const many = () => cards.filter(({ id }) => opened?.ids.has(id));
  return (
    <>
      <CaptureFilters
        cards={cards}
        found={words}
        collections={collections}
        onManage={() => setOpened({ dialog: 'manage', ids: new Set() })}
        filter={filter}
        onFilter={setFilter}
        sort={sort}
        onSort={setSort}
        view={view}
        onView={setView}
        siteName={siteName}
      />
      <Line {...line} words={words} />
      <DuplicatesNote workspace={workspace} cards={cards} whole={whole} />
      {found.length === 0 ? (
        whole && <Nothing filtered onClear={clear} />
      ) : (
        <CaptureList
          workspace={workspace}
          cards={found}
          view={view}
          siteName={siteName}
          chosen={chosen}
          actions={{
            onOpen: (dialog, id) => setOpened({ dialog, ids: new Set([id]) }),
            onRemove: (id) => void remove(workspace, id),
          }}
        />
      )}
      <SelectionBar
        ids={[...chosen.ids]}
        found={found.length}
        onAll={() => chosen.set(found.map(({ id }) => id))}
        onNone={none}
        onOpen={(dialog) => setOpened({ dialog, ids: chosen.ids })}
        onRemove={() => void removeMany(workspace, [...chosen.ids])}
        exportChosen={exportChosen}
      />
      {opened?.dialog === 'tags' && (
        <TagsDialog workspace={workspace} chosen={many()} known={knownTags} onClose={close} />
      )}
      {opened?.dialog === 'collections' && (
        <CollectionsDialog workspace={workspace} collections={collections} chosen={many()} onClose={close} />
      )}
      {opened?.dialog === 'manage' && (
        <ManageDialog workspace={workspace} collections={collections} onClose={close} />
      )}
    </>
  );
}
