import './detail.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { MAX_MEDIA, MAX_TEXT } from '../../../post/post.ts';
import { AboutList } from '../../../post/views/about-list.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { sayFailure } from '../../../ui/failure-toast.ts';
import { ArrowLeft, ArrowUpRight, ChevronLeft, ChevronRight, Trash2 } from '../../../ui/icon.ts';
import { Knot } from '../../../ui/knot.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useStepKeys } from '../../../ui/use-step-keys.ts';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import type { Capture } from '../../capture.ts';
import { siteOf } from '../../card.ts';
import { captures } from '../../tables.ts';
import { hrefOf } from '../capture-card.tsx';
import { missingWords } from '../partial-mark.tsx';
import { bringBack, remove } from '../remove-capture.ts';
import { RightsPanel } from '../rights/rights-panel.tsx';
import type { SiteNames } from '../site-names.ts';
import { CollectionsField } from './collections-field.tsx';
import { CountList } from './count-list.tsx';
import { Facts } from './facts.tsx';
import { Looks } from './looks.tsx';
import { MediaList } from './media-list.tsx';
import { NoteField } from './note-field.tsx';
import { PostText } from './post-text.tsx';
import { TagsField } from './tags-field.tsx';
import { titleOf } from './title.ts';

interface DetailProps extends SiteNames {
  workspace: Workspace;
  id: string;
  /** Tags used anywhere, most used first. */
  knownTags: readonly string[];
  /** Shares the capture with the team; null without a team or without the right to write. */
  onAddToLibrary?: AddToLibrary;
  /** Opens the sheet. `near`: the button, which gets the focus back. */
  onShare?: OnShare;
  /** The list it was opened from, in its order. */
  order?: readonly { readonly id: string }[];
}
export type OnShare = ((capture: Capture, near: Element) => void) | null;
export type AddToLibrary = ((capture: Capture) => Promise<void>) | null;

const LIST = '#/captures';

/** Links to the list and to the previous and next capture; also by j and k. */
function Ways({ id, order }: { id: string; order: NonNullable<DetailProps['order']> }) {
  const at = order.findIndex((one) => one.id === id);
  const [before, after] = at < 0 ? [] : [order[at - 1], order[at + 1]];
  useStepKeys({
    before: before ? () => location.assign(hrefOf(before.id)) : null,
    after: after ? () => location.assign(hrefOf(after.id)) : null,
  });
  return (
    <nav class="detail-ways no-print" aria-label={t('captureWays')}>
      <a class="detail-back" href={LIST}>
        <ArrowLeft aria-hidden="true" />
        {t('captureAll')}
      </a>
      {at >= 0 && (
        <span class="detail-steps">
          <span class="caption">{t('captureOfAll', { n: at + 1, all: order.length })}</span>
          <Step to={before} label={t('capturePrevious')} keys="k" icon={<ChevronLeft aria-hidden="true" />} />
          <Step to={after} label={t('captureNext')} keys="j" icon={<ChevronRight aria-hidden="true" />} />
        </span>
      )}
    </nav>
  );
}

interface StepProps {
  to: { readonly id: string } | undefined;
  label: string;
  keys: string;
  icon: ComponentChildren;
}

/** A link to a neighbour; an empty slot where there is none. */
function Step({ to, label, keys, icon }: StepProps) {
  const shared = { class: 'button', 'data-kind': 'quiet', 'data-bare': '', 'aria-label': label };
  if (!to)
    return (
      <button type="button" {...shared} disabled>
        {icon}
      </button>
    );
  return (
    <a {...shared} href={hrefOf(to.id)} aria-keyshortcuts={keys} title={`${label} (${keys})`}>
      {icon}
    </a>
  );
}

/** What was not read or was truncated, as text; empty where the capture is complete. */
function Lacking({ capture }: { capture: Capture }) {
  const { missing, capped, status, text, media } = capture.read;
  if (status === 'full' && capped.length === 0) return null;
  return (
    <div class="detail-lacking" role="note">
      {status === 'partial' && <p>{t('captureMissing', { missing: missingWords(missing) })}</p>}
      {capped.includes('text') && (
        <p>{t(text.length < MAX_TEXT ? 'captureClampedText' : 'captureCutText')}</p>
      )}
      {capped.includes('media') && (
        <p>{t(media.length < MAX_MEDIA ? 'captureHiddenMedia' : 'captureCutMedia')}</p>
      )}
      {capped.includes('links') && <p>{t('captureCutLinks')}</p>}
    </div>
  );
}

function Gone({ workspace, capture }: { workspace: Workspace; capture: Capture }) {
  const { id, into } = capture;
  if (into) {
    return (
      <div class="detail-gone" role="status">
        <p>{t('captureUnitedInto')}</p>
        <a href={hrefOf(into)}>{t('captureUnitedSee')}</a>
      </div>
    );
  }
  return (
    <div class="detail-gone" role="status">
      <p>{t('captureGone')}</p>
      <Button onClick={() => void bringBack(workspace, id)}>{t('captureKeepAgain')}</Button>
    </div>
  );
}

interface ActionsProps {
  workspace: Workspace;
  capture: Capture;
  onAddToLibrary: AddToLibrary;
  onShare: OnShare;
}

function Actions({ workspace, capture, onAddToLibrary, onShare }: ActionsProps) {
  const addToLibrary = () =>
    onAddToLibrary?.(capture).then(() => showToast(t('captureInLibrary')), sayFailure);
  const away = async () => {
    if (await remove(workspace, capture.id)) location.hash = LIST;
  };
  return (
    <div class="detail-actions no-print">
      {capture.undone === 0 && onShare && (
        <Button kind="shu" icon={<Knot />} onClick={(event) => onShare(capture, event.currentTarget)}>
          {t('captureShare')}
        </Button>
      )}
      <a class="button" href={capture.read.url} target="_blank" rel="noreferrer">
        <ArrowUpRight aria-hidden="true" />
        {t('captureOriginal')}
      </a>
      {capture.undone === 0 && onAddToLibrary && (
        <Button onClick={() => void addToLibrary()}>{t('captureToLibrary')}</Button>
      )}
      {capture.undone === 0 && (
        <Button kind="quiet" icon={<Trash2 aria-hidden="true" />} onClick={() => void away()}>
          {t('captureRemove')}
        </Button>
      )}
    </div>
  );
}

function Post({
  workspace,
  capture,
  knownTags,
  siteName,
  onAddToLibrary = null,
  onShare = null,
}: DetailProps & { capture: Capture }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { read } = capture;
  return (
    <article class="detail">
      <header class="detail-head">
        <h1 ref={heading} tabIndex={-1} dir="auto" lang={read.lang || undefined}>
          {titleOf(read) || t('captureNoText')}
        </h1>
        <Facts capture={capture} siteName={siteName} />
        <Actions workspace={workspace} capture={capture} onAddToLibrary={onAddToLibrary} onShare={onShare} />
      </header>
      {capture.undone !== 0 && <Gone workspace={workspace} capture={capture} />}
      <Lacking capture={capture} />
      <div class="detail-columns">
        <div class="detail-main">
          <PostText post={read} />
          <MediaList workspace={workspace} capture={capture} />
          <AboutList post={read} />
          <CountList counts={read.counts} />
          <Looks capture={capture} />
        </div>
        <aside class="detail-side" aria-label={t('captureOwn')}>
          <RightsPanel workspace={workspace} capture={capture} />
          <TagsField workspace={workspace} capture={capture} known={knownTags} />
          <CollectionsField workspace={workspace} capture={capture} />
          <NoteField workspace={workspace} capture={capture} />
          <p class="caption">
            {t('captureReadBy', {
              site: siteName(siteOf(capture)),
              recipe: read.recipe.id,
              version: read.recipe.version,
            })}
          </p>
        </aside>
      </div>
    </article>
  );
}

/** The page of one capture: what is known of it, and what the person adds. */
export function DetailPage(props: DetailProps) {
  const { workspace, id } = props;
  const live = useLive(
    async () => ({ capture: (await workspace.rows(captures).get(id)) ?? null }),
    [workspace, id],
  );
  return (
    <div class="detail-page">
      <Ways id={id} order={props.order ?? []} />
      {live.state === 'loading' && <Skeleton label={t('captureReading')} />}
      {live.state === 'failed' && <Failed error={live.error} />}
      {live.state === 'ready' &&
        (live.value.capture ? (
          <Post {...props} capture={live.value.capture} />
        ) : (
          <Empty title={t('captureUnknown')} action={<a href={LIST}>{t('captureSeeAll')}</a>}>
            {t('captureUnknownHow')}
          </Empty>
        ))}
    </div>
  );
}
