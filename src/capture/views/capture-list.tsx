import { useRef } from 'preact/hooks';
import { t } from '../../i18n/language.ts';
import { useWidth } from '../../ui/use-width.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { Workspace } from '../../workspace/open.ts';
import type { Card } from '../card.ts';
import type { CardActions } from './bulk/card-menu.tsx';
import { CaptureCard } from './capture-card.tsx';
import { CaptureRow } from './capture-row.tsx';
import type { SiteNames } from './site-names.ts';
import type { Chosen } from './use-selection.ts';
import type { View } from './view-choice.ts';

interface CaptureListProps extends SiteNames {
  workspace: Workspace;
  cards: readonly Card[];
  view: View;
  chosen: Chosen;
  actions: CardActions;
}

/** Row height, px; a row takes two lines where the list is narrower. */
const ROW = 48;
const ROW_OF_TWO = 60;
const NARROW = 720;
/** Height below a card's picture, px: two lines of text, one of details, and spacing. */
const BELOW_PICTURE = 90;
const cardHeight = (width: number) => Math.round(width * 0.72) + BELOW_PICTURE;

/** Captures as a grid or as rows, virtualised. */
export function CaptureList({ workspace, cards, view, siteName, chosen, actions }: CaptureListProps) {
  const now = Date.now();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const shared = { items: cards, keyOf: (card: Card) => card.id, label: t('navCaptures') };
  const grid = () => (
    <VirtualGrid
      {...shared}
      column={220}
      gap={24}
      heightOf={cardHeight}
      render={(card) => <CaptureCard workspace={workspace} card={card} now={now} chosen={chosen} />}
    />
  );
  const rows = () => (
    <VirtualList
      {...shared}
      rowHeight={width < NARROW ? ROW_OF_TWO : ROW}
      render={(card) => (
        <CaptureRow
          workspace={workspace}
          card={card}
          now={now}
          siteName={siteName}
          chosen={chosen}
          actions={actions}
        />
      )}
    />
  );
  return (
    <div ref={place} class="capture-place">
      {width > 0 && (view === 'grid' ? grid() : rows())}
    </div>
  );
}
