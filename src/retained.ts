import { type Event, events } from './activity/event.ts';
import { health } from './activity/health.ts';
import { marks } from './activity/mark.ts';
import { type Rollup, rollups } from './activity/rollup.ts';
import { aside } from './archive/quarantine.ts';
import { inbox } from './capture/inbox.ts';
import { dropOrphans } from './capture/orphan-pictures.ts';
import { captures, collections, media } from './capture/tables.ts';
import { shelf } from './library/offline-cache/table.ts';
import { clickDays, clickHours, shortLinks } from './link/tables.ts';
import { keeping, type Retained } from './privacy/retained.ts';
import { drafts, shares } from './share/tables.ts';
import { deviceKeys } from './team/membership.ts';
import { roomMedia } from './workspace/rooms/media/tables.ts';
import { replicas, sent } from './workspace/rooms/tables.ts';
import { deviceState, settings } from './workspace/setting.ts';

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : '';
}

/** A site by its recipe's id, any other page by its host: as the days' sums name them. */
const siteOf = ({ site, place }: { site: string; place: string }) => (site === 'page' ? place : site);

/** A post's key begins with its site's id, or is the page's address. */
const isOfSite = (post: string, site: string) => post.startsWith(`${site}:`) || hostOf(post) === site;

function withoutCells(rollup: Rollup, site: string): Rollup | null {
  const cells = Object.entries(rollup.counts);
  const left = cells.filter(([cell]) => cell.split('|')[2] !== site);
  if (left.length === cells.length) return rollup;
  return left.length === 0 ? null : { day: rollup.day, counts: Object.fromEntries(left) };
}

/** A kept post's event is needed for as long as the post is kept: to take it back, and to keep it again. */
const isCaptured = ({ type }: Event) => type === 'captured';

/** A row that could not be read: whether it looks like one of this site. */
function mentions(row: unknown, site: string): boolean {
  const text = JSON.stringify(row) ?? '';
  return text.includes(`"site":"${site}"`) || text.includes(`"${site}:`) || text.includes(`//${site}/`);
}

/** What was taken back can come back for a month. Then it goes. */
const TRASH = { by: 'undone', days: 30 };

/** How each table grows old, and what of it is of a site. Every table of the declarations stands here. */
export const RETAINED: Retained = {
  keepings: [
    keeping({
      table: shares,
      trash: TRASH,
      without: (link, site) => (siteOf(link) === site ? null : link),
    }),
    keeping({ table: shortLinks, without: (link, site) => (link.site === site ? null : link) }),
    keeping({ table: clickDays, ages: 'at', choices: [365, 730] }),
    keeping({ table: clickHours, ages: 'at', choices: [7] }),
    keeping({
      table: captures,
      trash: TRASH,
      // One that went into another post's capture holds what that one came from.
      spares: ({ into }) => into !== undefined && into !== '',
      without: (capture, site) => {
        const { site: id, url } = capture.read;
        return siteOf({ site: id, place: hostOf(url) }) === site ? null : capture;
      },
    }),
    keeping({ table: collections }),
    keeping({ table: media, ages: 'at', choices: [90, 365] }),
    keeping({
      table: drafts,
      ages: 'at',
      choices: [30],
      spares: ({ remind }) => remind > 0,
      without: (draft, site) => (isOfSite(draft.post, site) ? null : draft),
    }),
    keeping({
      table: events,
      ages: 'at',
      choices: [180, 365, 730],
      spares: isCaptured,
      without: (event, site) => (siteOf(event) === site ? null : event),
    }),
    keeping({ table: rollups, without: withoutCells }),
    keeping({ table: marks, without: (mark, site) => (isOfSite(mark.post, site) ? null : mark) }),
    keeping({ table: inbox, ages: 'at' }),
    keeping({ table: health, without: (row, site) => (row.site === site ? null : row) }),
    keeping({ table: aside, without: (row, site) => (mentions(row.row, site) ? null : row) }),
    keeping({ table: sent }),
    keeping({ table: replicas }),
    // What waits has not left yet: it stays until it has.
    keeping({ table: roomMedia, ages: 'at', choices: [30, 90], spares: ({ state }) => state === 'waiting' }),
    keeping({ table: shelf }),
    keeping({ table: deviceKeys }),
    keeping({ table: deviceState }),
    keeping({ table: settings }),
  ],
  sweep: async (workspace) => ({ [media.name]: await dropOrphans(workspace) }),
};
