import { age } from '../../i18n/age.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { ArrowLeft } from '../../ui/icon.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useLive } from '../../workspace/live.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { Capture } from '../capture.ts';
import { captures } from '../tables.ts';
import { hrefOf } from './capture-card.tsx';
import { bringBack } from './remove-capture.ts';

/** Path segment of the trash; no capture has so short an id. */
export const TRASH = 'trash';
/** Most rows shown; older ones are found by their events under Activity. */
const MOST = 2000;

const removed = (workspace: Workspace) =>
  workspace
    .rows(captures)
    .where('undone')
    .above(0)
    .filter(({ into }) => !into);

/** Number of removed captures, without merged ones. */
export const readTrashCount = (workspace: Workspace): Promise<number> => removed(workspace).count();

const readTrash = async (workspace: Workspace): Promise<Capture[]> =>
  (await removed(workspace).reverse().limit(MOST).toArray()).sort((a, b) => b.undone - a.undone);

function Row({ workspace, capture, now }: { workspace: Workspace; capture: Capture; now: number }) {
  const { id, read, undone } = capture;
  return (
    <div class="row trash-row">
      <a class="capture-thing" data-row href={hrefOf(id)}>
        <span class="one-line" dir="auto" lang={read.lang || undefined}>
          {(read.title || read.text).slice(0, 240) || t('captureNoText')}
        </span>
      </a>
      <span class="trash-about caption">
        <bdi class="one-line">{read.author.name || read.author.handle || t('captureNobody')}</bdi>
        <span>{t('captureRemovedAgo', { age: age(undone, now) })}</span>
      </span>
      <Button onClick={() => void bringBack(workspace, id)}>{t('captureKeepAgain')}</Button>
    </div>
  );
}

/** Removed captures; each can be restored with its tags, note and pictures. */
export function TrashPage({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readTrash(workspace), [workspace]);
  const now = Date.now();
  return (
    <div class="captures-all">
      <a class="detail-back" href="#/captures">
        <ArrowLeft aria-hidden="true" />
        {t('captureAll')}
      </a>
      <header>
        <h1>{t('captureTrash')}</h1>
        <p class="soft">{t('captureTrashAbout')}</p>
      </header>
      {live.state === 'loading' && <Skeleton label={t('captureReading')} />}
      {live.state === 'failed' && <Failed error={live.error} />}
      {live.state === 'ready' && live.value.length === 0 && <Empty title={t('captureTrashEmpty')} />}
      {live.state === 'ready' && live.value.length > 0 && (
        <VirtualList
          items={live.value}
          rowHeight={60}
          keyOf={({ id }) => id}
          label={t('captureTrash')}
          render={(capture) => <Row workspace={workspace} capture={capture} now={now} />}
        />
      )}
    </div>
  );
}
