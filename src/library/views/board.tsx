import { t } from '../../i18n/language.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import type { Found } from '../search.ts';
import { COLUMNS, type Column, columnOf, isShareable } from '../workflow-state.ts';
import type { ItemActions } from './item-row.tsx';

const NAMES: Record<Column, PlainKey> = {
  suggested: 'librarySuggested',
  approved: 'libraryApproved',
  later: 'libraryDeclined',
  expired: 'libraryExpired',
};
/** Most cards shown in a column; the list shows all. */
const MOST = 50;

function Card({ found, actions }: { found: Found; actions: ItemActions }) {
  const { item } = found;
  return (
    <li class="library-card">
      <p class="library-title" dir="auto">
        {item.title}
      </p>
      <p class="caption" dir="auto">
        {[actions.byline(found), item.campaign].filter(Boolean).join(' · ')}
      </p>
      <div class="library-acts">
        {isShareable(item, found.verdict) && (
          <Button kind="quiet" onClick={(event) => actions.share(found, event.currentTarget)}>
            {t('libraryShare')}
          </Button>
        )}
        {actions.mayWrite && (
          <Button kind="quiet" onClick={() => actions.edit(found)}>
            {t('libraryEditShort')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Items as a board, one column a state. */
export function Board({
  shown,
  today,
  actions,
}: {
  shown: readonly Found[];
  today: number;
  actions: ItemActions;
}) {
  const columns = Map.groupBy(shown, ({ item, verdict }) => columnOf(item, verdict, today));
  return (
    <div class="library-board">
      {COLUMNS.map((column) => {
        const all = columns.get(column) ?? [];
        // An empty "expired" column is hidden; the other columns always show.
        if (column === 'expired' && all.length === 0) return null;
        return (
          <section key={column} aria-label={t(NAMES[column])}>
            <h2>
              {t(NAMES[column])} <span class="caption">{all.length}</span>
            </h2>
            <ul>
              {all.slice(0, MOST).map((found) => (
                <Card key={found.item.id} found={found} actions={actions} />
              ))}
            </ul>
            {all.length > MOST && <p class="caption">{t('libraryBoardMore', { n: all.length - MOST })}</p>}
          </section>
        );
      })}
    </div>
  );
}
