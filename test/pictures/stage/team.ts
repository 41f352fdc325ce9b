import type * as z from 'zod/mini';
import { ROOMS } from '../../../src/app/declared.ts';
import { decidedHash } from '../../../src/library/decision.ts';
import type { HubAnswer } from '../../../src/team/hub-client.ts';
import { keepMembership } from '../../../src/team/membership.ts';
import { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import type { Fetched } from '../../../src/workspace/rooms/media/fetch.ts';
import { roomMedia } from '../../../src/workspace/rooms/media/tables.ts';
import { picture } from '../../browser/capture/stored.ts';
import { MEMBER } from '../../browser/team/member.ts';
import { item } from '../../unit/library/items.ts';
import { HASH, linkId } from './diary.ts';
import { CHANNELS, FAMILIES, NAMES, nth, TAGS, TEXTS } from './words.ts';

const DAY = 86_400_000;
const ROLES = ['member', 'manager', 'viewer', 'admin'] as const;
const PEOPLE = 60;
const memberId = (n: number) => (n === 0 ? MEMBER.member : `member-${String(n).padStart(4, '0')}`);
/** A name a person, so that a figure in it is not taken for one of the screen's. */
const named = (n: number) => (n < NAMES.length ? nth(NAMES, n) : `${nth(NAMES, n)} ${nth(FAMILIES, n)}`);
const parts = (what: string) =>
  NAMES.slice(0, 5).map((name, n) => ({ id: `${what}-000${n}`, name: `${name} ${what}` }));
const PROFILE = { name: NAMES[1] ?? '', country: 'JP', groups: parts('group'), regions: parts('region') };

const sums = (n: number) => ({ prepared: n * 13, opened: n * 12, captured: n, clicked: n * 137, people: 6 });

/** What a hub of a large team answers. */
function answersAt(now: number): ReadonlyMap<string, unknown> {
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    id: memberId(n),
    name: named(n),
    role: nth(ROLES, n),
    group: nth(['group-0000', 'group-0001', ''], n),
    region: nth(['region-0002', ''], n),
    at: now - n * DAY,
    removed: n % 11 === 5 ? now : null,
    devices: [{ number: n + 1, name: 'Chrome, Mac OS', at: now - DAY, removed: null }],
  }));
  const invites = Array.from({ length: 12 }, (_, n) => ({
    id: `invite-${String(n).padStart(6, '0')}`,
    role: nth(ROLES, n),
    group: nth(['group-0001', ''], n),
    region: '',
    uses: n,
    until: now + (n - 3) * DAY,
    revoked: n % 5 === 4 ? now : null,
  }));
  const audit = Array.from({ length: 80 }, (_, n) => ({
    at: now - n * 3_600_000,
    member: memberId(n % 9),
    what: nth(
      ['invite.make', 'member.role', 'team.set', 'links.set', 'device.remove', 'self.listed', 'export'],
      n,
    ),
    about: nth([`${memberId(2)} manager`, '', 'invite-000003'], n),
  }));
  const storage = { database: 734_003_200, media: 3_221_225_472, rooms: 88 };
  return new Map<string, unknown>([
    ['/api/admin', { members: people, invites, storage, audit }],
    [
      '/api/devices',
      { mine: 7, devices: NAMES.map((name, n) => ({ number: 5 + n, name, at: now - n * DAY })) },
    ],
    [
      '/api/figures',
      { now: { mode: 'guarded', few: 5, since: '2026-09' }, next: null, people: PEOPLE, named: 'next' },
    ],
    [
      '/api/links/asked',
      {
        asked: [0, 1].map((n) => ({
          link: linkId(n),
          member: memberId(3 + n),
          title: nth(TEXTS, n),
          from: 'https://kissa.example/autumn',
          to: TEXTS[5],
        })),
      },
    ],
    [
      '/api/history',
      {
        versions: [0, 1, 2].map((n) => ({
          at: now - n * DAY,
          member: memberId(n),
          value: item('item-0000'),
        })),
      },
    ],
  ]);
}

/** A team whose hub answers from a list. */
export class AnsweredTeam extends Team {
  private readonly answers = answersAt(Date.now());

  override async ask<Value>(
    path: string,
    _body: unknown,
    schema: z.ZodMiniType<Value>,
  ): Promise<HubAnswer<Value>> {
    const read = schema.safeParse(this.answers.get(path));
    return read.success ? { ok: true, value: read.data } : { ok: false, reason: 'away' };
  }

  override async medium(): Promise<Fetched> {
    return { ok: true, medium: { ...picture(HASH), state: 'fetched', reason: '' } };
  }
}

const WORDS = [
  { language: 'ja' as const, words: TEXTS[0] ?? '' },
  { language: 'en' as const, words: TEXTS[2] ?? '' },
];

function materials(now: number) {
  return Array.from({ length: 120 }, (_, n) =>
    item(`item-${String(n).padStart(4, '0')}`, {
      at: now - n * 5 * 3_600_000,
      title: nth(TEXTS, n).slice(0, 200),
      versions: n % 4 === 2 ? [] : WORDS,
      media: n % 3 === 0 ? [{ hash: HASH, type: 'image/png', bytes: 90, alt: nth(TEXTS, n) }] : [],
      link: n % 9 === 8 ? '' : 'https://shop.example/beans',
      channels: n % 2 ? CHANNELS.slice(0, 5) : [],
      campaign: nth(['', 'autumn', 'customer-voice-2026-q4-campaign'], n),
      from: n % 5 === 1 ? Math.floor(now / DAY) - 9 : 0,
      to: n % 5 === 1 ? Math.floor(now / DAY) + 9 : 0,
      tags: TAGS.slice(0, n % 5),
      trashed: n % 23 === 9 ? now : 0,
    }),
  );
}

async function fillLibrary(team: Team, now: number): Promise<void> {
  const room = `library/${monthOf(now)}`;
  const all = materials(now);
  await team.rooms.putAll(
    room,
    'items',
    all.map((value) => ({ key: value.id, value })),
  );
  const decisions = all.flatMap((one, n) => {
    const verdict = nth(['approved', 'declined', ''], n);
    const value = { id: `decision-${n}`, about: one.id, hash: decidedHash(one), verdict, at: now, note: '' };
    return verdict === '' ? [] : [{ key: value.id, value }];
  });
  await team.rooms.putAll('board', 'decisions', decisions);
  const posts = Array.from({ length: 30 }, (_, n) => {
    const author = { name: nth(NAMES, n), handle: '@aoi' };
    const about = {
      url: 'https://x.com/aoi/status/1',
      author,
      text: nth(TEXTS, n),
      site: 'x',
      time: now - n * DAY,
    };
    const value = { id: `post-${n}`, at: now, ...about, thumbnail: n % 2 ? HASH : '', trashed: 0 };
    return { key: value.id, value };
  });
  await team.rooms.putAll(room, 'posts', posts);
}

async function fillResults(team: Team, now: number): Promise<void> {
  const room = `results/${monthOf(now)}`;
  const put = (root: string, entries: readonly (readonly [string, unknown])[]) =>
    team.rooms.putAll(
      room,
      root,
      entries.map(([key, value]) => ({ key, value })),
    );
  const some = Array.from({ length: 20 }, (_, n) => n);
  const today = Math.floor(now / DAY);
  const dayAt = (n: number) => ({
    day: today - n,
    counts: {
      'prepared|x|x': 11 + n,
      'opened|x|x': 9 + n,
      'clicked|x|x': 140 - n * 5,
      'scanned|qr|': 2,
      'bot|x|x': 9,
    },
  });
  await put(
    'days',
    some.map((n) => [`d${today - n}`, dayAt(n)]),
  );
  await put(
    'people',
    some.map((n) => [memberId(n), sums(n + 1)]),
  );
  await put(
    'materials',
    some.map((n) => [`item-${String(n).padStart(4, '0')}`, sums(30 - n)]),
  );
  await put('totals', [
    ...PROFILE.groups.map((part) => [`g.${part.id}`, sums(7)] as const),
    ...['autumn', 'customer-voice-2026-q4-campaign'].map((name) => [`c.${name}`, sums(9)] as const),
  ]);
  await put('channels', [['i.item-0000', { x: sums(4), line: sums(9) }]]);
}

/** What the rooms of a team of sixty hold. */
export async function fillTeam(workspace: Workspace, now: number): Promise<Team> {
  const membership = { ...MEMBER, role: 'admin' as const, links: 'https://go.kissa.example' };
  await keepMembership(workspace, membership);
  const team = new Team(workspace, membership, ROOMS);
  await team.rooms.put('team', 'profile', 'team', PROFILE);
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    const place = {
      group: nth(['group-0000', 'group-0001', ''], n),
      region: '',
      at: now - n * DAY,
      left: false,
    };
    const person = { id: memberId(n), name: named(n), role: nth(ROLES, n + 3) };
    return { key: memberId(n), value: { ...person, ...place, devices: [n + 7] } };
  });
  await team.rooms.putAll('team', 'members', people);
  await workspace.put(roomMedia, { ...picture(HASH), state: 'fetched', reason: '' });
  await fillLibrary(team, now);
  await fillResults(team, now);
  return team;
}
