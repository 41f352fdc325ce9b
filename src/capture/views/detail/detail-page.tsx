import './detail.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n/language.ts';
import { MAX_MEDIA, MAX_TEXT } from '../../../post/post.ts';
import { AboutList } from '../../../post/views/about-list.tsx';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { ArrowLeft, ArrowUpRight, Trash2 } from '../../../ui/icon.ts';
import { sayFailure } from '../../../ui/say-failure.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { useLive } from '../../../workspace/live.ts';
import type { Workspace } from '../../../workspace/open.ts';
import { siteOf } from '../../card.ts';
import { type Capture, captures } from '../../tables.ts';
import { hrefOf } from '../capture-card.tsx';
import type { SiteNames } from '../names.ts';
import { missingWords } from '../partial-mark.tsx';
import { bringBack, remove } from '../remove.ts';
import { RightsPanel } from '../rights/rights-panel.tsx';
import { CollectionsField } from './collections-field.tsx';
import { CountList } from './count-list.tsx';
import { Facts } from './facts.tsx';
import { Looks } from './looks.tsx';
import { MediaList } from './media-list.tsx';
import { NoteField } from './note-field.tsx';
import { PostText } from './post-text.tsx';
import { TagsField } from './tags-field.tsx';

interface DetailProps extends SiteNames {
  workspace: Workspace;
  id: string;
  /** Tags used anywhere, most used first. */
  knownTags: readonly string[];
  /** Gives the post to the team; null where there is none, or who is in it may not write. */
  onGive?: Give;
}
export type Give = ((capture: Capture) => Promise<void>) | null;

const LIST = '#/captures';

function Back() {
  return (
    <a class="detail-back" href={LIST}>
      <ArrowLeft aria-hidden="true" />
      {t('captureAll')}
    </a>
  );
}

/** What was not read and what was cut, in words; nothing where all of it is here. */
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
  onGive: Give;
}

function Actions({ workspace, capture, onGive }: ActionsProps) {
  const give = () => onGive?.(capture).then(() => showToast(t('captureGiven')), sayFailure);
  const away = async () => {
    if (await remove(workspace, capture.id)) location.hash = LIST;
  };
  return (
    <div class="detail-actions no-print">
      <a class="button" href={capture.read.url} target="_blank" rel="noreferrer">
        <ArrowUpRight aria-hidden="true" />
        {t('captureOriginal')}
      </a>
      {capture.undone === 0 && onGive && <Button onClick={() => void give()}>{t('captureGive')}</Button>}
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
  onGive = null,
}: DetailProps & { capture: Capture }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { read } = capture;
  return (
    <article class="detail">
      <header class="detail-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{read.author.name || read.author.handle || t('captureNobody')}</bdi>
          </h1>
          <Facts capture={capture} siteName={siteName} />
        </div>
        <Actions workspace={workspace} capture={capture} onGive={onGive} />
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

/** One kept post with all that is known of it, and what the person adds. */
export function DetailPage(props: DetailProps) {
  const { workspace, id } = props;
  const live = useLive(
    async () => ({ capture: (await workspace.rows(captures).get(id)) ?? null }),
    [workspace, id],
  );
  return (
    <div class="detail-page">
      <Back />
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
