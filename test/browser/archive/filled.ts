import { record } from '../../../src/activity/diary.ts';
import type { Event } from '../../../src/activity/event.ts';
import { events } from '../../../src/activity/events.ts';
import { health } from '../../../src/activity/health.ts';
import { ARCHIVED } from '../../../src/app/archived.ts';
import type { ExportOptions } from '../../../src/archive/export.ts';
import { keep } from '../../../src/capture/keep.ts';
import { captures, media } from '../../../src/capture/tables.ts';
import { t } from '../../../src/i18n/language.ts';
import { drafts, type ShareRow, shares } from '../../../src/share/tables.ts';
import { profile } from '../../../src/team/profile.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { writeSetting } from '../../../src/workspace/setting.ts';
import { picture, post } from '../capture/stored.ts';

export const AT = 1_790_000_000_000;

export const options = (part: Partial<ExportOptions> = {}): ExportOptions => ({
  app: '0.1.0',
  at: AT,
  language: 'en',
  words: t,
  ...part,
});

export const link = (id: string, part: Partial<ShareRow> = {}): ShareRow => ({
  id,
  at: AT,
  code: '7kq2m4x9',
  target: 'https://asahi.example/a',
  url: 'https://asahi.example/a?ref=7kq2m4x9',
  post: 'x:1',
  site: 'x',
  place: 'x.com',
  channel: 'line',
  title: '=1+1',
  words: '秋の深煎り',
  final: '秋の深煎り https://asahi.example/a?ref=7kq2m4x9',
  disclosure: { rule: 'JP', version: 1, text: '【PR】', reworded: false, removed: '', hash: '' },
  item: '',
  campaign: '',
  short: '',
  undone: 0,
  ...part,
});

export const event = (id: string, part: Partial<Event> = {}): Event => ({
  id,
  at: AT,
  day: Math.floor(AT / 86_400_000),
  type: 'prepared',
  site: 'x',
  place: 'x.com',
  channel: 'line',
  post: 'x:1',
  about: 'link-0001',
  title: '秋の深煎り',
  undone: 0,
  ...part,
});

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A diary in which every table has something. */
export async function fill(workspace: Workspace): Promise<void> {
  const medium = picture('');
  const hash = hex(await crypto.subtle.digest('SHA-256', new Uint8Array(medium.bytes)));
  await workspace.put(media, { ...medium, hash });
  for (let i = 1; i <= 3; i += 1) {
    await keep(workspace, `keep-000${i}`, post(`${i}`, { text: `夕凪 <b>${i}</b> \ud83d` }), AT + i);
  }
  await workspace.rows(captures).update('keep-0001', {
    note: 'a note',
    tags: ['味'],
    pictures: [{ url: 'https://x.com/1.png', state: 'stored', hash }],
  });
  await workspace.put(shares, link('link-0001'));
  await record(workspace, event('event-0001'));
  await record(workspace, event('event-0002', { type: 'opened' }));
  await workspace.put(drafts, {
    post: 'x:9',
    at: AT,
    channel: 'x',
    target: 'https://a.example/',
    words: 'w',
    disclosure: null,
    removed: '',
    read: null,
    remind: 0,
    aside: 0,
  });
  await workspace.put(health, {
    key: 'x@1',
    site: 'x',
    version: 1,
    full: 3,
    partial: 1,
    unrecognised: 0,
    missing: { time: 1 },
    since: AT,
    last: AT,
  });
  await writeSetting(workspace, profile, { ...profile.initial, company: 'あさひ珈琲', code: '7kq2m4x9' });
}

/** Everything that a diary holds, table by table. */
export async function dump(workspace: Workspace): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of ARCHIVED.tables) all[table.name] = await workspace.rows(table).toArray();
  return all;
}
export { events };
