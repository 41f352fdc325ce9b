import { useState } from 'preact/hooks';
import { health } from '../../src/activity/health.ts';
import { bitsOf, CAPTURED, marks, SHARED } from '../../src/activity/mark.ts';
import { readingHealth } from '../../src/activity/reading-health.ts';
import { siteName } from '../../src/app/names.ts';
import { captures } from '../../src/capture/tables.ts';
import { PartialMark } from '../../src/capture/views/partial-mark.tsx';
import { t } from '../../src/i18n/language.ts';
import type { Post } from '../../src/post/post.ts';
import { channelOf } from '../../src/share/channels/index.ts';
import { channelName } from '../../src/share/views/channel-name.ts';
import { readMembership } from '../../src/team/membership.ts';
import { Button } from '../../src/ui/button.tsx';
import { BookmarkCheck, BookmarkPlus, CircleAlert } from '../../src/ui/icon.ts';
import { Knot } from '../../src/ui/knot.tsx';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { keepNow, type Notice, openSheet, shareNow } from './actions.ts';

interface ThisPageProps {
  workspace: Workspace;
  post: Post;
  tab: number;
  /** The channel of one click. */
  channel: string;
}

/** This page's state in the diary, live. */
async function readState(workspace: Workspace, post: Post) {
  const mark = bitsOf(await workspace.rows(marks).get(post.key));
  const stored = await workspace.rows(captures).where('post').equals(post.key).first();
  const rows = await workspace.rows(health).toArray();
  const member = await readMembership(workspace);
  return {
    shared: (mark & SHARED) !== 0,
    captured: (mark & CAPTURED) !== 0,
    capture: stored?.undone === 0 ? stored.id : '',
    health: readingHealth(rows, post.site),
    mayAdd: member !== null && member.role !== 'viewer',
  };
}

/** The companion's library form, prefilled with this page. */
function addHref({ url, title, text }: Post): string {
  const query = new URLSearchParams({ link: url, title: (title || text).slice(0, 300) });
  return `/companion.html#/library?${query}`;
}

function NoticeLine({
  notice,
  run,
}: {
  notice: Notice | null;
  run: (work: () => Promise<Notice | null>) => void;
}) {
  return (
    <p class="popup-notice" role="status" data-tone={notice?.tone}>
      {notice && <span>{notice.words}</span>}
      {[notice?.action, notice?.second].map(
        (way) =>
          way && (
            <Button key={way.label} onClick={() => run(way.run)}>
              {way.label}
            </Button>
          ),
      )}
    </p>
  );
}

function Head({ post }: { post: Post }) {
  const site = post.site === 'page' ? new URL(post.url).host : siteName(post.site);
  const author = post.author.name || post.author.handle;
  return (
    <header class="popup-post">
      <h1 dir="auto" lang={post.lang || undefined}>
        {post.title || post.text || post.url}
      </h1>
      <p class="caption">
        {author && <bdi>{author}</bdi>}
        <span>{site}</span>
        {post.status === 'partial' && <PartialMark missing={post.missing} />}
      </p>
    </header>
  );
}

/** The current page and its actions. */
export function ThisPage({ workspace, post, tab, channel }: ThisPageProps) {
  const live = useLive(() => readState(workspace, post), [workspace, post.key]);
  const [notice, say] = useState<Notice | null>(null);
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<Notice | null>) => {
    if (busy) return;
    setBusy(true);
    void work()
      .then(say)
      .finally(() => setBusy(false));
  };
  const state = live.state === 'ready' ? live.value : null;
  const hasWindow = ['window', 'creator'].includes(channelOf(channel)?.opens ?? 'copy');
  return (
    <>
      <Head post={post} />
      <div class="popup-acts">
        <Button
          kind="shu"
          icon={<Knot />}
          aria-busy={busy}
          onClick={() => run(() => shareNow(post, channel, tab))}
        >
          {hasWindow ? t('popupShare', { network: channelName(channel) }) : t('popupShareCopy')}
        </Button>
        <Button
          icon={state?.captured ? <BookmarkCheck aria-hidden="true" /> : <BookmarkPlus aria-hidden="true" />}
          aria-busy={busy}
          onClick={() => run(() => keepNow(post))}
        >
          {t(state?.captured ? 'popupKeepAgain' : 'popupKeep')}
        </Button>
        <Button kind="quiet" onClick={() => run(() => openSheet(post, tab))}>
          {t('popupOthers')}
        </Button>
        {state?.mayAdd && (
          <a class="button" data-kind="quiet" href={addHref(post)} target="_blank" rel="noreferrer">
            {t('popupAdd')}
          </a>
        )}
      </div>
      <NoticeLine notice={notice} run={run} />
      {state && (state.shared || state.capture) && (
        <p class="popup-state caption">
          {state.shared && <span>{t('popupShared')}</span>}
          {state.capture && (
            <span>
              {t('popupKept')}{' '}
              <a href={`/companion.html#/captures/${state.capture}`} target="_blank" rel="noreferrer">
                {t('popupSeeKept')}
              </a>
            </span>
          )}
        </p>
      )}
      {state?.health?.ailing && (
        <p class="popup-ailing" role="note">
          <CircleAlert aria-hidden="true" />
          <span>
            {t('siteAiling', { n: state.health.reads, bad: state.health.troubled })}{' '}
            <a href="/companion.html#/settings/sites" target="_blank" rel="noreferrer">
              {t('healthMore')}
            </a>
          </span>
        </p>
      )}
    </>
  );
}
