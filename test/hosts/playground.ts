import type { Site } from './answer.ts';
import { blueskyExpected } from './bluesky/expected.ts';
import { genericExpected } from './generic/expected.ts';
import { html, page } from './html.ts';
import { instagramExpected } from './instagram/expected.ts';
import { linkedinExpected } from './linkedin/expected.ts';
import { mastodonExpected } from './mastodon/expected.ts';
import { NASTY } from './nasty/nasty.ts';
import { noteExpected } from './note/expected.ts';
import { redditExpected } from './reddit/expected.ts';
import { xExpected } from './x/expected.ts';
import { youtubeExpected } from './youtube/expected.ts';

/** Addresses of all stand-in pages, by name. */
export const pages = {
  playground: 'https://musubi.example/',
  x: xExpected.feed.address,
  xPost: xExpected.detail.address,
  xOlder: xExpected.feedOlder.address,
  xOlderPost: xExpected.detailOlder.address,
  xEndless: 'https://x.com/home?posts=2000&batch=20&unmount=1',
  mastodon: mastodonExpected.feed.address,
  mastodonPost: mastodonExpected.detail.address,
  mastodonOlder: mastodonExpected.feedOlder.address,
  mastodonOlderPost: mastodonExpected.detailOlder.address,
  bluesky: blueskyExpected.feed.address,
  blueskyPost: blueskyExpected.detail.address,
  blueskyOlder: blueskyExpected.feedOlder.address,
  blueskyOlderPost: blueskyExpected.detailOlder.address,
  blueskyNotices: blueskyExpected.notices.address,
  reddit: redditExpected.feed.address,
  redditPost: redditExpected.detail.address,
  redditOlder: redditExpected.feedOlder.address,
  redditOlderPost: redditExpected.detailOlder.address,
  oldReddit: redditExpected.oldFeed.address,
  oldRedditPost: redditExpected.oldDetail.address,
  instagram: instagramExpected.feed.address,
  instagramPost: instagramExpected.detail.address,
  instagramDialog: instagramExpected.dialog.address,
  instagramGrid: instagramExpected.grid.address,
  instagramReel: instagramExpected.reel.address,
  instagramOlder: instagramExpected.feedOlder.address,
  instagramOlderPost: instagramExpected.detailOlder.address,
  note: noteExpected.feed.address,
  notePost: noteExpected.detail.address,
  notePaid: noteExpected.paid.address,
  noteMagazine: noteExpected.magazine.address,
  noteRedrawn: noteExpected.feedRedrawn.address,
  noteOlder: noteExpected.feedOlder.address,
  noteOlderPost: noteExpected.detailOlder.address,
  linkedin: linkedinExpected.feed.address,
  linkedinPost: linkedinExpected.detail.address,
  linkedinOlder: linkedinExpected.feedOlder.address,
  linkedinOlderPost: linkedinExpected.detailOlder.address,
  linkedinNameless: `${linkedinExpected.feed.address}?nameless=1`,
  youtube: youtubeExpected.feed.address,
  youtubeVideo: youtubeExpected.detail.address,
  youtubeOlder: youtubeExpected.feedOlder.address,
  youtubeOlderVideo: youtubeExpected.detailOlder.address,
  youtubeShort: youtubeExpected.short.address,
  youtubeNotice: youtubeExpected.notice.address,
  article: genericExpected.article.address,
  product: genericExpected.product.address,
  microdata: genericExpected.microdata.address,
  openGraph: genericExpected.openGraph.address,
  plain: genericExpected.plain.address,
  stale: genericExpected.stale.address,
  oembed: genericExpected.oembed.address,
} as const;

const css = `body{font:16px/1.6 system-ui,"Noto Sans CJK JP",sans-serif;margin:0 auto;max-width:720px;padding:40px 20px;color:#1c1a17;background:#faf8f5}
h1{font-size:28px;margin:0 0 4px}h2{font-size:17px;margin:28px 0 6px}ul{list-style:none;padding:0;margin:0}
li{border-top:1px solid #e3ded6;padding:8px 0;display:flex;gap:12px;justify-content:space-between;flex-wrap:wrap}
a{color:#a6321b}small{color:#6a645a}
@media(prefers-color-scheme:dark){body{color:#eee8df;background:#181614}li{border-color:#3a352e}a{color:#ff8a70}small{color:#a8a094}}`;

interface Group {
  readonly title: string;
  /** Words and address of each page. */
  readonly rows: readonly (readonly [string, string])[];
}

const themed = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}theme=dark`;

const GROUPS: readonly Group[] = [
  {
    title: 'X',
    rows: [
      ['Feed', pages.x],
      ['Feed, dark', themed(pages.x)],
      ['A post and its answers', pages.xPost],
      ['Feed in older markup', pages.xOlder],
      ['Two thousand posts', pages.xEndless],
    ],
  },
  {
    title: 'Mastodon',
    rows: [
      ['Home', pages.mastodon],
      ['Home, dark', themed(pages.mastodon)],
      ['A thread', pages.mastodonPost],
      ['Home in older markup', pages.mastodonOlder],
    ],
  },
  {
    title: 'Bluesky',
    rows: [
      ['Feed', pages.bluesky],
      ['Feed, dark', themed(pages.bluesky)],
      ['A thread', pages.blueskyPost],
      ['Feed in older markup', pages.blueskyOlder],
      ['Notices, which are no posts', pages.blueskyNotices],
    ],
  },
  {
    title: 'Reddit',
    rows: [
      ['A community', pages.reddit],
      ['A community, dark', themed(pages.reddit)],
      ['A post and its comments', pages.redditPost],
      ['A community in older markup', pages.redditOlder],
      ['The old site', pages.oldReddit],
      ['Comments on the old site', pages.oldRedditPost],
    ],
  },
  {
    title: 'Instagram',
    rows: [
      ['Feed', pages.instagram],
      ['Feed, dark', themed(pages.instagram)],
      ['A post and its comments', pages.instagramPost],
      ['A post over a page', pages.instagramDialog],
      ['A grid', pages.instagramGrid],
      ['A reel', pages.instagramReel],
      ['Feed in older markup', pages.instagramOlder],
    ],
  },
  {
    title: 'note',
    rows: [
      ['A list', pages.note],
      ['A list, dark', themed(pages.note)],
      ['An article', pages.notePost],
      ['An article behind a wall', pages.notePaid],
      ['A list as it is being redrawn', pages.noteRedrawn],
      ['A list in older markup', pages.noteOlder],
    ],
  },
  {
    title: 'LinkedIn',
    rows: [
      ['Feed', pages.linkedin],
      ['Feed, dark', themed(pages.linkedin)],
      ['A post and its comments', pages.linkedinPost],
      ['Feed in older markup', pages.linkedinOlder],
      ['Posts that say no address', pages.linkedinNameless],
    ],
  },
  {
    title: 'YouTube',
    rows: [
      ['Home', pages.youtube],
      ['Home, dark', themed(pages.youtube)],
      ['A video and its comments', pages.youtubeVideo],
      ['A short', pages.youtubeShort],
      ['A post of a channel', pages.youtubeNotice],
      ['A list in older markup', pages.youtubeOlder],
    ],
  },
  {
    title: 'Any page',
    rows: [
      ['An article (JSON-LD)', pages.article],
      ['A product (JSON-LD)', pages.product],
      ['A product (microdata)', pages.microdata],
      ['Open Graph only', pages.openGraph],
      ['A title and nothing else', pages.plain],
      ['A page that changes without loading', pages.stale],
      ['An oEmbed link', pages.oembed],
    ],
  },
  {
    title: 'Pages that behave badly',
    rows: Object.entries(NASTY).map(([name, { says }]) => [says, `https://x.com/nasty/${name}`] as const),
  },
];

/** The list of the stand-ins. */
export const playground: Site = ({ path }) =>
  path === '/'
    ? {
        body: page({
          lang: 'en',
          title: 'Musubi playground',
          css,
          body: html`<h1>Musubi playground</h1>
<p>Stand-ins for real sites, with invented content, served from this machine under the sites' own names. Nothing here reaches the network, and nothing you press is posted anywhere.</p>
<p><small>They open in the browser that <code>npm start</code> opened: another browser would go to the real sites.</small></p>
${GROUPS.map(
  ({ title, rows }) =>
    html`<h2>${title}</h2><ul>${rows.map(([words, address]) => html`<li><a href="${address}">${words}</a><small>${address.replace(/^https:\/\//, '').slice(0, 60)}</small></li>`)}</ul>`,
)}`,
        }),
      }
    : null;
