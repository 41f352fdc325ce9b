import { postOf } from '../../src/app/item-post.ts';
import { t } from '../../src/i18n/language.ts';
import type { LibraryItem } from '../../src/library/item.ts';
import { readRelevant } from '../../src/library/offline-cache/read.ts';
import { openSheet } from '../../src/share/views/sheet/mount.tsx';
import { Button } from '../../src/ui/button.tsx';
import { Knot } from '../../src/ui/knot.tsx';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import type { Tab } from './use-tab.ts';

const DAY = 86_400_000;

function FitRow({ item }: { item: LibraryItem }) {
  const words = item.versions[0]?.words ?? '';
  return (
    <li class="panel-row">
      <div class="panel-about">
        <span class="panel-thing" dir="auto">
          {item.title}
        </span>
        {words && (
          <p class="caption panel-words" dir="auto">
            {words}
          </p>
        )}
      </div>
      {item.link !== '' && (
        <Button
          kind="quiet"
          icon={<Knot />}
          aria-label={t('panelShareOf', { title: item.title })}
          title={t('libraryShare')}
          onClick={(event) => openSheet(postOf(item), event.currentTarget)}
        />
      )}
    </li>
  );
}

/** Team material for the current page. Empty without a team or a match. */
export function Fits({ workspace, tab }: { workspace: Workspace; tab: Tab }) {
  const page = tab?.is === 'page' ? tab : null;
  const today = Math.floor(Date.now() / DAY);
  const live = useLive(
    async () => (page ? readRelevant(workspace, page, today) : []),
    [workspace, page?.url, page?.title, today],
  );
  const items = live.state === 'ready' ? live.value : [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="panel-fits">
      <h2 id="panel-fits">{t('panelFits')}</h2>
      <ul>
        {items.map((item) => (
          <FitRow key={item.id} item={item} />
        ))}
      </ul>
    </section>
  );
}
