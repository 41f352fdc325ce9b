import { dayOf, type Event } from '../../../src/activity/event.ts';
import { events } from '../../../src/activity/events.ts';
import { health } from '../../../src/activity/health.ts';
import { bump, type Rollup, rollupCell, rollups } from '../../../src/activity/rollup.ts';
import type { Capture } from '../../../src/capture/capture.ts';
import type { Step } from '../../../src/capture/rights/permission-step.ts';
import { captures, collections, media } from '../../../src/capture/tables.ts';
import { clicksKnown } from '../../../src/link/own-clicks.ts';
import { clickDays, shortLinks } from '../../../src/link/tables.ts';
import type { Post } from '../../../src/post/post.ts';
import { NO_LABELS } from '../../../src/share/labels/labels.ts';
import { presets } from '../../../src/share/labels/presets.ts';
import { drafts, shares } from '../../../src/share/tables.ts';
import { templates } from '../../../src/share/templates.ts';
import { profile } from '../../../src/team/profile.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { link } from '../../browser/archive/filled.ts';
import { capture, picture } from '../../browser/capture/stored.ts';
import { draft } from '../../browser/draft/rows.ts';
import { clickDay, shortLink } from '../../browser/results/kept.ts';
import { CHANNELS, NAMES, nth, SITES, TAGS, TEXTS } from './words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const HASH = 'ab'.repeat(32);
const MANY = 240;

/** Backwards in time: what was opened was prepared before. */
const TYPES = ['opened', 'prepared', 'opened', 'prepared', 'captured'] as const;

function happened(now: number): Event[] {
  const all = Array.from({ length: MANY * 2 }, (_, n) => {
    const at = now - n * 2.3 * HOUR;
    const type = nth(TYPES, n);
    const share = type === 'opened' ? n + 1 : n;
    const site = nth(SITES, share);
    return {
      id: `event-${String(n).padStart(6, '0')}`,
      at,
      day: dayOf(at),
      type,
      site,
      place: site === 'page' ? `a-rather-long-name-of-a-host-${share % 4}.example` : `${site}.example`,
      channel: type === 'captured' ? '' : nth(CHANNELS, share * 3),
      post: `${site}:${share}`,
      about: `link-${String(share).padStart(6, '0')}`,
      title: nth(TEXTS, share).slice(0, 120),
      undone: share % 37 === 5 ? at + 1 : 0,
    };
  });
  // Not everything that is prepared is opened.
  return all.filter(({ type }, n) => type !== 'opened' || n % 7 !== 0);
}

function sums(all: readonly Event[]): Rollup[] {
  const days = new Map<number, Rollup>();
  for (const event of all) {
    if (event.undone !== 0) continue;
    days.set(event.day, bump(days.get(event.day) ?? { day: event.day, counts: {} }, rollupCell(event), 1));
  }
  return [...days.values()];
}

const step = (n: number, type: Step['type'], at: number): Step => ({
  id: `step-${n}-${type}`,
  type,
  at,
  on: at,
  words: nth(TEXTS, n),
  link: 'https://x.com/aoi/status/1',
  uses: type === 'granted' ? ['repost', 'website', 'print'] : [],
  terms: type === 'granted' ? nth(NAMES, n) : '',
  until: type === 'granted' && n % 2 === 0 ? at + 3 * DAY : null,
});
const RIGHTS = ['unasked', 'granted', 'asked', 'unasked', 'declined', 'revoked'] as const;

const count = (value: number, shown: string) => ({ value, shown, exact: false });
const shot = (n: number) => ({
  kind: 'image' as const,
  url: 'https://x.com/1.png',
  alt: nth(TEXTS, n),
  width: 40,
  height: 30,
});

function permissionOf(n: number, at: number) {
  const rights = nth(RIGHTS, n);
  if (rights === 'unasked') return { rights, permission: [] };
  const asked = step(n, 'asked', at + 1);
  return { rights, permission: rights === 'asked' ? [asked] : [asked, step(n, rights, at + 2)] };
}

const hasPicture = (n: number) => n % 3 !== 1;
/** Every so many of a list of these has it. */
const each = (every: number, n: number) => n % every === 0;

function readOf(n: number, at: number): Partial<Post> {
  const handle = nth(['@aoi', '@a_handle_as_long_as_they_come_1234'], n);
  return {
    site: nth(SITES, n),
    author: { name: nth(NAMES, n), handle, url: 'https://x.com/aoi' },
    title: each(7, n) ? nth(TEXTS, n + 1) : '',
    text: nth(TEXTS, n),
    lang: '',
    time: at - DAY,
    counts: { likes: count(1_234_567, '1.2M'), reposts: count(89, '89') },
    media: hasPicture(n) ? [shot(n)] : [],
    links: ['https://shop.example/beans?ref=1'],
    status: each(5, n) ? 'partial' : 'full',
    missing: each(5, n) ? ['time', 'handle'] : [],
  };
}

function keptOne(n: number, now: number): Capture {
  const at = now - n * 7 * HOUR - 60_000;
  const own: Partial<Capture> = {
    ...permissionOf(n, at),
    tags: TAGS.slice(0, n % TAGS.length),
    note: each(4, n) ? nth(TEXTS, n + 2) : '',
    collections: each(6, n) ? ['collection-1', 'collection-2'] : [],
    pictures: hasPicture(n) ? [{ url: 'https://x.com/1.png', state: 'stored', hash: HASH }] : [],
    undone: n % 41 === 7 ? at + HOUR : 0,
  };
  return capture(String(n).padStart(4, '0'), at, own, readOf(n, at));
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
export const linkId = (n: number) =>
  `${nth([...alphabet], n)}${nth([...alphabet], Math.floor(n / 24))}CdEfGhIj0`;

function ownLinks(now: number) {
  return Array.from({ length: 140 }, (_, n) =>
    shortLink(linkId(n), {
      at: now - n * 11 * HOUR,
      title: nth(TEXTS, n).slice(0, 180),
      channel: nth(CHANNELS, n),
      site: nth(SITES, n),
      campaign: nth(['autumn', 'customer-voice-2026-q4-campaign', ''], n),
      paused: n % 9 === 4,
      until: n % 13 === 6 ? now - HOUR : 0,
      asked: n % 17 === 8 ? 'https://another-site.example/a/long/way/down' : '',
      target: nth(['https://kissa.example/autumn', TEXTS[5] ?? ''], n),
    }),
  );
}

/** A diary in which hundreds of things stand, as long and as many as people have them. */
export async function fillDiary(workspace: Workspace, now: number): Promise<void> {
  const all = happened(now);
  await workspace.rows(events).bulkPut(all);
  await workspace.rows(rollups).bulkPut(sums(all));
  await workspace.rows(media).put(picture(HASH));
  await workspace.rows(captures).bulkPut(Array.from({ length: MANY }, (_, n) => keptOne(n, now)));
  await workspace.rows(collections).bulkPut(
    [
      '夕凪の感想',
      'A folder with a name that goes on and on / within another one that has no end / 秋の新作',
      '包装',
    ].map((name, n) => ({
      id: `collection-${n + 1}`,
      name,
      order: n,
      at: 1,
      undone: 0,
    })),
  );
  await workspace.rows(shortLinks).bulkPut(ownLinks(now));
  await workspace
    .rows(clickDays)
    .bulkPut(Array.from({ length: 300 }, (_, n) => clickDay(linkId(n % 90), Math.floor(n / 10))));
  await workspace
    .rows(shares)
    .bulkPut(all.slice(0, 90).map(({ about, at, title }) => link(about, { at, title, words: title })));
  await workspace.rows(drafts).bulkPut(
    Array.from({ length: 40 }, (_, n) =>
      draft(
        String(n),
        {
          words: nth([...TEXTS, ''], n),
          remind: n % 3 === 0 ? now + n * HOUR : 0,
          aside: n % 2 ? now : 0,
          channel: nth(CHANNELS, n),
        },
        {
          text: nth(TEXTS, n + 1),
          author: { name: nth(NAMES, n), handle: '@aoi', url: 'https://x.com/aoi' },
        },
      ),
    ),
  );
  await workspace.rows(health).bulkPut(
    SITES.map((site, n) => ({
      key: `${site}@1`,
      site,
      version: 1,
      full: 30,
      partial: n % 2 ? 12 : 0,
      unrecognised: n % 3 ? 0 : 9,
      missing: n % 2 ? { time: 12, author: 3 } : {},
      missingSince: n % 2 ? { time: now - DAY } : {},
      since: now - 9 * DAY,
      last: now,
    })),
  );
  const month = new Date(now).toISOString().slice(0, 7);
  await writeSetting(workspace, clicksKnown, {
    ...{ hub: 'hub-of-a-test', epoch: 'e', since: 9, changed: 9, rules: 1, at: now },
    rank: { month, rank: 3, of: 12 },
  });
  await writeSetting(
    workspace,
    templates,
    TEXTS.map((words, n) => ({ id: `own-${n}`, words })),
  );
  await writeSetting(workspace, presets, {
    all: TEXTS.slice(0, 5).map((words, n) => ({
      id: `preset-${n}`,
      name: words.slice(0, 60),
      labels: {
        ...NO_LABELS,
        campaign: nth(['autumn', '秋の新作のご案内キャンペーン'], n),
        source: nth(TAGS, n),
      },
    })),
    always: 'preset-1',
  });
  await writeSetting(workspace, profile, {
    ...profile.initial,
    name: NAMES[3] ?? '',
    company: 'あさひ珈琲焙煎所株式会社 Asahi Coffee Roasters International',
    code: '7kq2m4x9',
    country: 'JP',
    welcomed: 1,
  });
}
