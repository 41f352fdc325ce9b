import './captures.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Workspace } from '../../workspace/open.ts';
import type { Card } from '../card.ts';
import { counted } from '../search.ts';
import type { ExportChosen } from './bulk/selection-bar.tsx';
import { CapturesBrowser } from './captures-browser.tsx';
import { type AddToLibrary, DetailPage, type OnShare } from './detail/detail-page.tsx';
import type { SiteNames } from './site-names.ts';
import { TRASH, TrashPage } from './trash-page.tsx';
import { useCards } from './use-cards.ts';

interface CapturesProps extends SiteNames {
  workspace: Workspace;
  /** Id of the open capture; empty for the list. */
  id: string;
  exportChosen: ExportChosen;
  /** Shares a capture with the team; null where there is none. */
  onAddToLibrary?: AddToLibrary;
  /** Opens the sheet for a post; absent where sharing is not available. */
  onShare?: OnShare;
}

const NO_CARDS: readonly Card[] = [];

/** Restores the list's scroll position after a capture was open. */
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

/** The list of captures, or the capture that the address names. */
export function CapturesPage(props: CapturesProps) {
  const { workspace, id, siteName, exportChosen, onAddToLibrary = null, onShare = null } = props;
  const open = id !== '';
  const [order, setOrder] = useState(NO_CARDS);
  const live = useCards(workspace, siteName);
  useReturn(open);
  const cards = live.state === 'ready' ? live.value.cards : NO_CARDS;
  const known = useMemo(() => counted(cards.flatMap(({ tags }) => tags)).map(({ value }) => value), [cards]);
  const shared = { workspace, siteName, knownTags: known };
  return (
    <div class="captures">
      {id === TRASH && <TrashPage workspace={workspace} />}
      {open && id !== TRASH && (
        <DetailPage
          key={id}
          {...shared}
          id={id}
          order={order}
          onAddToLibrary={onAddToLibrary}
          onShare={onShare}
        />
      )}
      <div class="captures-all" hidden={open}>
        <h1>{t('navCaptures')}</h1>
        {live.state === 'loading' && !open && <Skeleton label={t('captureReading')} />}
        {live.state === 'failed' && !open && <Failed error={live.error} />}
        {live.state === 'ready' && (
          <CapturesBrowser {...shared} {...live.value} exportChosen={exportChosen} onOrder={setOrder} />
        )}
      </div>
    </div>
  );
}
