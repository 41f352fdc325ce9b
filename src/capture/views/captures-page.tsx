import './captures.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { BookmarkPlus } from '../../ui/icon.ts';
import { sayFailure } from '../../ui/say-failure.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import { readSetting, writeSetting } from '../../workspace/setting.ts';
import type { Cards } from '../following.ts';
import { counted, EVERYTHING, isEverything, matching } from '../search.ts';
import { CaptureFilters } from './capture-filters.tsx';
import { CaptureList } from './capture-list.tsx';
import { DetailPage } from './detail/detail-page.tsx';
import type { SiteNames } from './names.ts';
import { useCards } from './use-cards.ts';
import { type View, viewChoice } from './view-choice.ts';

interface CapturesProps extends SiteNames {
  workspace: Workspace;
  /** The capture that is open; empty: the list. */
  id: string;
}

/** Where the list stood when a post was opened: one comes back to the same place. */
function useReturn(open: boolean): void {
  const stood = useRef(0);
  const before = useRef(open);
  if (open && !before.current) stood.current = window.scrollY;
  useLayoutEffect(() => {
    if (before.current === open) return;
    before.current = open;
    window.scrollTo(0, open ? 0 : stood.current);
  }, [open]);
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
    </Empty>
  );
}

function Shown({ workspace, cards, whole, siteName }: CapturesListProps) {
  const [filter, setFilter] = useState(EVERYTHING);
  const [picked, pick] = useState<View | null>(null);
  const chosen = useLive(() => readSetting(workspace, viewChoice), [workspace]);
  const view = picked ?? (chosen.state === 'ready' ? chosen.value : viewChoice.initial);
  const fits = matching(filter);
  const found = isEverything(filter) ? cards : cards.filter(fits);
  const clear = () => setFilter(EVERYTHING);
  if (cards.length === 0) return <Nothing filtered={false} onClear={clear} />;
  return (
    <>
      <CaptureFilters
        cards={cards}
        filter={filter}
        onFilter={setFilter}
        view={view}
        onView={(next) => {
          pick(next);
          writeSetting(workspace, viewChoice, next).catch(sayFailure);
        }}
        siteName={siteName}
      />
      {found.length === 0 ? (
        whole && <Nothing filtered onClear={clear} />
      ) : (
        <CaptureList workspace={workspace} cards={found} view={view} siteName={siteName} />
      )}
      <p class="caption" role="status">
        {!whole && t('captureReadingMore')}
        {whole && found.length > 0 && t('captureCount', { n: found.length })}
      </p>
    </>
  );
}
interface CapturesListProps extends Cards, SiteNames {
  workspace: Workspace;
}

/** The kept posts: all of them, or the one that the address names. */
export function CapturesPage({ workspace, id, siteName }: CapturesProps) {
  const open = id !== '';
  const live = useCards(workspace, siteName);
  useReturn(open);
  const known =
    live.state === 'ready'
      ? counted(live.value.cards.flatMap(({ tags }) => tags)).map(({ value }) => value)
      : [];
  return (
    <div class="captures">
      {open && <DetailPage key={id} workspace={workspace} id={id} knownTags={known} siteName={siteName} />}
      <div class="captures-all" hidden={open}>
        <h1>{t('navCaptures')}</h1>
        {live.state === 'loading' && !open && <Skeleton label={t('captureReading')} />}
        {live.state === 'failed' && !open && <Failed error={live.error} />}
        {live.state === 'ready' && <Shown workspace={workspace} siteName={siteName} {...live.value} />}
      </div>
    </div>
  );
}
