import { t } from '../../i18n/language.ts';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { Workspace } from '../../workspace/open.ts';
import type { Card } from '../card.ts';
import { CaptureCard } from './capture-card.tsx';
import { CaptureRow } from './capture-row.tsx';
import type { CardDoors } from './many/card-menu.tsx';
import type { SiteNames } from './names.ts';
import type { Chosen } from './use-chosen.ts';
import type { View } from './view-choice.ts';

interface CaptureListProps extends SiteNames {
  workspace: Workspace;
  cards: readonly Card[];
  view: View;
  chosen: Chosen;
  doors: CardDoors;
}

const ROW = 48;
/** Two lines of words, the byline and the air between them, px. */
const BELOW_PICTURE = 82;
const cardHeight = (width: number) => Math.round(width * 0.72) + BELOW_PICTURE;

/** The kept posts, as a grid or as rows. Only what is near the view exists. */
export function CaptureList({ workspace, cards, view, siteName, chosen, doors }: CaptureListProps) {
  const now = Date.now();
  const shared = { items: cards, keyOf: (card: Card) => card.id, label: t('navCaptures') };
  if (view === 'grid') {
    return (
      <VirtualGrid
        {...shared}
        column={220}
        gap={24}
        heightOf={cardHeight}
        render={(card) => <CaptureCard workspace={workspace} card={card} now={now} chosen={chosen} />}
      />
    );
  }
  return (
    <VirtualList
      {...shared}
      rowHeight={ROW}
      render={(card) => (
        <CaptureRow
          workspace={workspace}
          card={card}
          now={now}
          siteName={siteName}
          chosen={chosen}
          doors={doors}
        />
      )}
    />
  );
}
