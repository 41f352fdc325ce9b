import { useEffect, useState } from 'preact/hooks';
import { dayOf } from '../../src/activity/event.ts';
import { useLanguage } from '../../src/app/follow-language.ts';
import { number } from '../../src/i18n/format.ts';
import { current, t } from '../../src/i18n/language.ts';
import { statsWithClicks } from '../../src/link/stats.ts';
import type { pageRead } from '../../src/post/messages.ts';
import { readChoices } from '../../src/share/views/person-choices.ts';
import { Settings } from '../../src/ui/icon.ts';
import { Skeleton } from '../../src/ui/skeleton.tsx';
import { Toasts } from '../../src/ui/toast.tsx';
import { TroubleBar } from '../../src/ui/trouble.tsx';
import type { AnswerOf } from '../../src/workspace/declare.ts';
import type { Answered } from '../../src/workspace/envelope.ts';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { ask } from './actions.ts';
import { Due } from './due-drafts.tsx';
import { PanelButton } from './panel-button.tsx';
import { ThisPage } from './this-page.tsx';
import { Waiting } from './waiting.tsx';

type Read = Answered<AnswerOf<typeof pageRead>>;

async function readToday(workspace: Workspace) {
  const today = dayOf(Date.now());
  return (await statsWithClicks(workspace, today, today)).totals;
}

/** Today's three figures; the companion has more. */
function Today({ workspace }: { workspace: Workspace }) {
  const live = useLive(() => readToday(workspace), [workspace]);
  if (live.state !== 'ready') return null;
  const { language } = current.value;
  const figures = [
    { name: t('mePreparedName'), n: live.value.prepared },
    { name: t('meOpenedName'), n: live.value.opened },
    { name: t('popupTodayKept'), n: live.value.captured },
  ];
  if (figures.every(({ n }) => n === 0)) return null;
  return (
    <section class="popup-today">
      <h2>{t('popupToday')}</h2>
      <dl>
        {figures.map((figure) => (
          <div key={figure.name}>
            <dt>{figure.name}</dt>
            <dd>{number(figure.n, language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Why there is nothing to share here. */
function Unread({ read }: { read: Exclude<Read, { ok: true; value: { ok: true } }> }) {
  const nothing = read.ok && !read.value.ok && read.value.reason === 'nothing';
  const [title, how] = !read.ok
    ? [read.reason === 'gone' ? t('popupGone') : t('popupFailed', { detail: read.detail }), '']
    : nothing
      ? [t('popupNothing'), t('popupNothingHow')]
      : [t('popupRestricted'), t('popupRestrictedHow')];
  return (
    <div class="popup-unread" role={read.ok ? undefined : 'alert'}>
      <h1>{title}</h1>
      {how && <p class="soft">{how}</p>}
    </div>
  );
}

interface PageProps {
  workspace: Workspace;
  read: Read | null;
  /** Null until loaded: a label that changes network would cause wrong presses. */
  channel: string | null;
}

function Page({ workspace, read, channel }: PageProps) {
  if (!read || channel === null) return <Skeleton label={t('popupReading')} lines={3} />;
  if (!read.ok || !read.value.ok) return <Unread read={read as Parameters<typeof Unread>[0]['read']} />;
  const { post, tab } = read.value;
  return <ThisPage workspace={workspace} post={post} tab={tab} channel={channel} />;
}

/** The popup: this page, today, and the companion. */
export function Popup({ workspace }: { workspace: Workspace }) {
  const [read, setRead] = useState<Read | null>(null);
  const choices = useLive(() => readChoices(workspace), [workspace]);
  useLanguage(workspace);
  useEffect(() => {
    void ask('page.read', {}).then(setRead);
  }, []);
  const chosen = choices.state === 'ready' ? choices.value : null;
  return (
    <div class="popup">
      <TroubleBar workspace={workspace} />
      <Page
        workspace={workspace}
        read={read}
        channel={choices.state === 'loading' ? null : (chosen?.channels[0] ?? 'copy')}
      />
      <Due workspace={workspace} />
      <Waiting workspace={workspace} />
      <Today workspace={workspace} />
      <footer class="popup-foot">
        <a href="/companion.html" target="_blank" rel="noreferrer">
          {t('popupCompanion')}
        </a>
        <a href="/companion.html#/drafts" target="_blank" rel="noreferrer">
          {t('navDrafts')}
        </a>
        {chosen?.person.welcomed === 0 && (
          <a href="/welcome.html" target="_blank" rel="noreferrer">
            {t('popupWelcome')}
          </a>
        )}
        <PanelButton />
        <a
          class="button"
          data-kind="quiet"
          data-bare
          href="/companion.html#/settings"
          target="_blank"
          rel="noreferrer"
          aria-label={t('navSettings')}
          title={t('navSettings')}
        >
          <Settings aria-hidden="true" />
        </a>
      </footer>
      <Toasts />
    </div>
  );
}
