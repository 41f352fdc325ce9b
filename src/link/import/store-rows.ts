import { textHash } from '../../workspace/bytes.ts';
import type { Workspace } from '../../workspace/open.ts';
import type { ClassCounts } from '../hub-api.ts';
import { type ClickDay, clickDayId, clickDays, type ShortLink, shortLinks } from '../tables.ts';
import type { ImportedClicks } from './read.ts';

const DAY = 86_400_000;
/** Where a day without a clock stands. */
const NOON = 12;

/** The same thing of the same file has the same id, whenever it is brought in. */
const idOf = (thing: string): string => `file-${textHash(thing).slice(0, 24)}`;

/** The channel that a source in a file's labels (`utm_source`) names; empty where it names none. */
export type ChannelOfSource = (source: string) => string;

function linkOf(id: string, of: ImportedClicks, day: number, now: number, channel: string): ShortLink {
  const { address, target, title, source, campaign, content, thing } = of;
  const named = title || [campaign, content, source].filter(Boolean).join(' · ') || thing.trim();
  const rest = {
    nonce: '',
    site: '',
    item: '',
    picture: '',
    until: 0,
    paused: false,
    asked: '',
    share: '',
    hub: '',
  };
  return {
    ...rest,
    id,
    at: day * DAY,
    from: 'file',
    address: address || target,
    target,
    channel,
    campaign: campaign.slice(0, 64),
    title: address ? title : named.slice(0, 200),
    changed: now,
  };
}

/** What bringing clicks in would write. */
export interface ImportedRows {
  readonly links: readonly ShortLink[];
  readonly days: readonly ClickDay[];
  /** Links of figures that name no day: they are all there is, and replace what was brought in of them before. */
  readonly whole: readonly string[];
}

/** A day of a thing, as its rows add up. */
class DaySum {
  private readonly hours = new Map<number, ClassCounts>();
  private readonly places = new Map<string, number>();
  private isWhole = false;

  add({ hour, clicks, qr, place }: ImportedClicks): void {
    const at = hour ?? NOON;
    const name = qr ? 'qr' : 'human';
    const before = this.hours.get(at) ?? {};
    this.hours.set(at, { ...before, [name]: (before[name] ?? 0) + clicks });
    if (place) this.places.set(place, (this.places.get(place) ?? 0) + clicks);
    if (hour === null) this.isWhole = true;
  }

  row(link: string, day: number): ClickDay {
    const places = Object.fromEntries(this.places);
    const known = { id: clickDayId(link, day), link, day, at: day * DAY, from: 'file', places } as const;
    return { ...known, hours: this.hoursOfDay(), whole: this.isWhole, devices: {}, countries: {} };
  }

  /** Where a part of a day has no clock, none of it has: its hours would be those of the rest. */
  private hoursOfDay(): ClickDay['hours'] {
    if (!this.isWhole) return Object.fromEntries(this.hours);
    return { [NOON]: [...this.hours.values()].reduce(addedUp, {}) };
  }
}

const addedUp = (a: ClassCounts, b: ClassCounts): ClassCounts => {
  const [human, qr] = [(a.human ?? 0) + (b.human ?? 0), (a.qr ?? 0) + (b.qr ?? 0)];
  return { ...(human > 0 && { human }), ...(qr > 0 && { qr }) };
};

/** Rows of one thing and day are added up; figures without a day stand on `undated`, the day until which they count. */
export function importedRows(
  clicks: readonly ImportedClicks[],
  undated: number,
  now: number,
  channelOf: ChannelOfSource = () => '',
): ImportedRows {
  const links = new Map<string, ShortLink>();
  const days = new Map<string, { id: string; day: number; sum: DaySum }>();
  for (const one of clicks) {
    const [id, day] = [idOf(one.thing), one.day || undated];
    const link = links.get(id);
    if (!link || link.at > day * DAY) links.set(id, linkOf(id, one, day, now, channelOf(one.source)));
    const known = days.get(clickDayId(id, day)) ?? { id, day, sum: new DaySum() };
    days.set(clickDayId(id, day), known);
    known.sum.add(one);
  }
  const whole = new Set(clicks.filter(({ day }) => day === 0).map(({ thing }) => idOf(thing)));
  const rows = [...days.values()].map(({ id, day, sum }) => sum.row(id, day));
  return { links: [...links.values()], days: rows, whole: [...whole] };
}

/** Writes what was brought in. The same file again writes the same rows: nothing is counted twice. */
export async function keepImported(
  workspace: Workspace,
  { links, days, whole }: ImportedRows,
): Promise<void> {
  await workspace.together([shortLinks, clickDays], async () => {
    await workspace
      .rows(clickDays)
      .where('link')
      .anyOf(whole)
      .filter(({ from }) => from === 'file')
      .delete();
    await workspace.rows(shortLinks).bulkPut(links);
    await workspace.rows(clickDays).bulkPut(days);
  });
}

/** Takes back all that was ever brought in from files. */
export async function dropImported(workspace: Workspace): Promise<void> {
  await workspace.together([shortLinks, clickDays], async () => {
    await workspace
      .rows(shortLinks)
      .filter(({ from }) => from === 'file')
      .delete();
    await workspace
      .rows(clickDays)
      .filter(({ from }) => from === 'file')
      .delete();
  });
}
