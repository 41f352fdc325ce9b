import { siteName } from '../../src/app/names.ts';
import type { Capture } from '../../src/capture/capture.ts';
import { type RelatedCaptures, readRelatedCaptures } from '../../src/capture/related-captures.ts';
import { t } from '../../src/i18n/language.ts';
import { Failed } from '../../src/ui/failed.tsx';
import { Skeleton } from '../../src/ui/skeleton.tsx';
import { useLive } from '../../src/workspace/live.ts';
import type { Workspace } from '../../src/workspace/open.ts';
import { CaptureRow } from './capture-row.tsx';
import type { Tab } from './use-tab.ts';

function Group({ title, rows, now }: { title: string; rows: readonly Capture[]; now: number }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3>
        <bdi>{title}</bdi>
      </h3>
      <ul>
        {rows.map((capture) => (
          <CaptureRow key={capture.id} capture={capture} now={now} />
        ))}
      </ul>
    </>
  );
}

function authorIn({ author }: RelatedCaptures): string {
  const first = author[0]?.read.author;
  return first?.name || first?.handle || '';
}

function siteIn({ site }: RelatedCaptures, url: string): string {
  const { host } = new URL(url);
  const id = site[0]?.read.site ?? 'page';
  return id === 'page' ? host : siteName(id);
}

function Related({ workspace, url }: { workspace: Workspace; url: string }) {
  const live = useLive(() => readRelatedCaptures(workspace, url), [workspace, url]);
  if (live.state === 'loading') return <Skeleton label={t('panelReading')} lines={3} />;
  if (live.state === 'failed') return <Failed error={live.error} />;
  const { page, author, site } = live.value;
  const now = Date.now();
  if (page.length + author.length + site.length === 0) return <p class="soft">{t('panelNothing')}</p>;
  return (
    <>
      <Group title={t('panelPage')} rows={page} now={now} />
      <Group title={t('panelAuthor', { author: authorIn(live.value) })} rows={author} now={now} />
      <Group title={t('panelSite', { site: siteIn(live.value, url) })} rows={site} now={now} />
    </>
  );
}

/** Captures from the current page, its author and its site. */
export function Here({ workspace, tab }: { workspace: Workspace; tab: Tab }) {
  return (
    <section aria-labelledby="panel-here">
      <h2 id="panel-here">{t('panelHere')}</h2>
      {tab?.is === 'page' && <Related workspace={workspace} url={tab.url} />}
      {tab?.is === 'own' && <p class="soft">{t('panelOwnPage')}</p>}
      {tab?.is === 'unknown' && <p class="soft">{t('panelUnknownHow')}</p>}
    </section>
  );
}
