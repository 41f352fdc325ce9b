import './captures.css';
import './rights/rights.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { BookmarkPlus } from '../../ui/icon.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { sayFailure } from '../../ui/say-failure.ts';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting, writeSetting } from '../../workspace/setting.ts';
import type { Card } from '../card.ts';
import type { Cards } from '../following.ts';
import { type CaptureFilter, EVERYTHING, isEverything, matching } from '../search.ts';
import { CaptureFilters } from './capture-filters.tsx';
import { CaptureList } from './capture-list.tsx';
import { removeMany } from './many/actions.ts';
import { ChosenBar, type ExportChosen, type ManyDialog } from './many/chosen-bar.tsx';
import { CollectionsDialog } from './many/collections-dialog.tsx';
import { ManageDialog } from './many/manage-dialog.tsx';
import { TagsDialog } from './many/tags-dialog.tsx';
import { TwinsNote } from './many/twins-note.tsx';
import type { SiteNames } from './names.ts';
import { remove } from './remove.ts';
import { useChosen } from './use-chosen.ts';
import { useCollections } from './use-collections.ts';
import { type View, viewChoice } from './view-choice.ts';

interface CapturesShownProps extends Cards, SiteNames {
  workspace: Workspace;
  /** Tags used anywhere, most used first. */
  knownTags: readonly string[];
  exportChosen: ExportChosen;
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

/** The view the person likes, remembered. */
function useView(workspace: Workspace): [View, (view: View) => void] {
  const [picked, pick] = useState<View | null>(null);
  const kept = useLive(() => readSetting(workspace, viewChoice), [workspace]);
  const view = picked ?? (kept.state === 'ready' ? kept.value : viewChoice.initial);
  const choose = (next: View) => {
    pick(next);
    writeSetting(workspace, viewChoice, next).catch(sayFailure);
  };
  return [view, choose];
}

/** Escape lets go of what is chosen, unless it closes something else. */
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

function useFound(cards: readonly Card[], filter: CaptureFilter): readonly Card[] {
  return useMemo(() => (isEverything(filter) ? cards : cards.filter(matching(filter))), [cards, filter]);
}

/** The kept posts with the ways to find some of them and to do something with many. */
export function CapturesShown(props: CapturesShownProps) {
  const { workspace, cards, whole, siteName, knownTags, exportChosen } = props;
  const [filter, setFilter] = useState(EVERYTHING);
  const [view, setView] = useView(workspace);
  const [opened, setOpened] = useState<Opened | null>(null);
  const collections = useCollections(workspace);
  const found = useFound(cards, filter);
  const chosen = useChosen(found);
  const none = () => chosen.set([]);
  useEscape(chosen.ids.size > 0, none);
  const clear = () => setFilter(EVERYTHING);
  if (cards.length === 0) return <Nothing filtered={false} onClear={clear} />;
  const close = () => setOpened(null);
  const many = () => cards.filter(({ id }) => opened?.ids.has(id));
  return (
    <>
      <CaptureFilters
        cards={cards}
        collections={collections}
        onManage={() => setOpened({ dialog: 'manage', ids: new Set() })}
        filter={filter}
        onFilter={setFilter}
        view={view}
        onView={setView}
        siteName={siteName}
      />
      <TwinsNote workspace={workspace} cards={cards} whole={whole} />
      {found.length === 0 ? (
        whole && <Nothing filtered onClear={clear} />
      ) : (
        <CaptureList
          workspace={workspace}
          cards={found}
          view={view}
          siteName={siteName}
          chosen={chosen}
          doors={{
            onOpen: (dialog, id) => setOpened({ dialog, ids: new Set([id]) }),
            onRemove: (id) => void remove(workspace, id),
          }}
        />
      )}
      <p class="caption" role="status">
        {!whole && t('captureReadingMore')}
        {whole && found.length > 0 && t('captureCount', { n: found.length })}
      </p>
      <ChosenBar
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
