import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROOMS } from '../../../src/app/declared.ts';
import { materialOf } from '../../../src/library/offline-cache/read.ts';
import { shelf } from '../../../src/library/offline-cache/table.ts';
import { editLink } from '../../../src/link/edit-link.ts';
import { USUAL_RULES } from '../../../src/link/link-rules.ts';
import { shortLinks } from '../../../src/link/tables.ts';
import { keepPublished } from '../../../src/results/publish-changes.ts';
import type { ShareChoice } from '../../../src/share/messages.ts';
import { share } from '../../../src/share/share.ts';
import { sheetFacts } from '../../../src/share/sheet-facts.ts';
import { shares } from '../../../src/share/tables.ts';
import { keepMembership, type Membership } from '../../../src/team/membership.ts';
import { Team } from '../../../src/team/team.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { sent } from '../../../src/workspace/rooms/tables.ts';
import { ownWorkspace, until } from '../stage.tsx';
import { MEMBER } from '../team/member.ts';
import { aPost } from './foreign-page.ts';
import { relate } from './relate.ts';

const AT = Date.now();
const IN_TEAM: Membership = { ...MEMBER, links: 'https://go.kissa.example' };
const post = aPost();
let workspace: Workspace;
let team: Team;
beforeEach(async () => {
  workspace = ownWorkspace();
  await relate(workspace);
  await keepMembership(workspace, IN_TEAM);
  team = new Team(workspace, IN_TEAM, ROOMS);
});
afterEach(async () => {
  team.close();
  await workspace.diary.delete();
});

const choice = (part: Partial<ShareChoice> = {}): ShareChoice => ({
  channel: 'x',
  target: post.url,
  words: '夕凪',
  disclosure: null,
  removed: '',
  instance: '',
  ...part,
});
const asking = (id: string, part: Partial<ShareChoice> = {}) =>
  share(workspace, { id, at: AT, post, choice: choice(part) }, 'ja', (url) => materialOf(workspace, url));
const sentLinks = async () => (await workspace.rows(sent).toArray()).filter(({ root }) => root === 'links');

describe('a share in a team whose hub makes links', () => {
  it('has one link of its own, also where it is requested twice at once', async () => {
    const [one, two] = await Promise.all([asking('share-0001'), asking('share-0001')]);
    expect(two).toEqual(one);
    const [short, ...more] = await workspace.rows(shortLinks).toArray();
    expect(more).toEqual([]);
    const [link] = await workspace.rows(shares).toArray();
    expect(link?.url).toBe(short?.address);
    expect(link?.short).toBe(short?.id);
    expect(short?.address).toMatch(/^https:\/\/go\.kissa\.example\/[0-9A-Za-z]{11}$/);
    expect(one.ok && one.prepared.text.endsWith(short?.address ?? '–')).toBe(true);
    expect(one.ok && one.prepared.code).toBe(`${short?.address}.q`);
  });

  it('says which link it has while the hub is away, and takes the other where that is chosen', async () => {
    const short = await asking('share-0001');
    expect(short).toMatchObject({ prepared: { kind: 'short', url: expect.stringContaining('go.kissa') } });
    const long = await asking('share-0002', { link: 'long' });
    expect(long).toMatchObject({ prepared: { kind: 'long', url: expect.stringContaining(post.url) } });
    expect(await workspace.rows(shortLinks).count()).toBe(1);
    await keepMembership(workspace, { ...IN_TEAM, rules: { ...IN_TEAM.rules, away: 'long' } });
    expect(await asking('share-0003')).toMatchObject({ prepared: { kind: 'long' } });
    expect(await asking('share-0004', { link: 'short' })).toMatchObject({ prepared: { kind: 'short' } });
    const facts = await sheetFacts(workspace, post, 'ja');
    expect(facts.away).toBe(true);
  });

  it('says nothing of it where the hub is there', async () => {
    const fetching = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 404 }));
    const made = await asking('share-0001');
    expect(made).toMatchObject({ ok: true, prepared: { url: expect.stringContaining('go.kissa') } });
    expect(made.ok && made.prepared.kind).toBeUndefined();
    expect(fetching.mock.calls[0]?.[1]).toMatchObject({ method: 'HEAD', credentials: 'omit' });
    fetching.mockRestore();
  });

  it('is of the material whose link it is, with its campaign', async () => {
    const item = { id: 'item-1', at: 1, title: 'Autumn', versions: [], link: post.url, media: [] };
    const terms = { channels: [], campaign: 'autumn', from: 0, to: 0, tags: [], trashed: 0 };
    const host = new URL(post.url).host.replace(/^www\./, '');
    await workspace.put(shelf, {
      id: 'item-1',
      item: { ...item, ...terms },
      verdict: 'approved',
      host,
      words: [],
    });
    await asking('share-0001');
    const [short] = await workspace.rows(shortLinks).toArray();
    expect(short).toMatchObject({ item: 'item-1', campaign: 'autumn' });
    expect(new URL(short?.target ?? '').searchParams.get('utm_campaign')).toBe('autumn');
    const facts = await sheetFacts(workspace, post, 'ja', (url) => materialOf(workspace, url));
    expect(facts.targets.at(-1)).toMatchObject({ item: 'item-1', campaign: 'autumn' });
  });

  it('carries its whole link where nobody could follow a short one: a viewer’s, and a team’s without links', async () => {
    for (const [at, member] of [
      { ...IN_TEAM, role: 'viewer' as const },
      { ...IN_TEAM, links: '' },
      null,
    ].entries()) {
      await keepMembership(workspace, member);
      const shared = await asking(`share-000${at}`);
      expect(shared.ok && shared.prepared.url.startsWith(post.url)).toBe(true);
      expect(shared.ok && shared.prepared.code).toBe(shared.ok && shared.prepared.url);
    }
    expect(await workspace.rows(shortLinks).count()).toBe(0);
  });

  it('is sent to the hub once, and again where its owner changes it', async () => {
    const stop = new AbortController();
    keepPublished(workspace, team, stop.signal);
    await asking('share-0001');
    await until(async () => expect(await sentLinks()).toHaveLength(1));
    const [short] = await workspace.rows(shortLinks).toArray();
    const [row] = await sentLinks();
    expect(row?.room).toBe(`member/${IN_TEAM.member}/${monthOf(AT)}`);
    expect(row?.value).toMatchObject({ id: short?.id, nonce: short?.nonce, paused: false });
    expect(JSON.stringify(row?.value)).not.toContain('share-0001');
    expect(await editLink(workspace, short?.id ?? '', { paused: true }, Date.now() + 1)).toBeNull();
    await until(async () => expect((await sentLinks())[0]?.value).toMatchObject({ paused: true }));
    expect(await sentLinks()).toHaveLength(1);
    expect(await editLink(workspace, 'nobody', { paused: true }, 1)).toBe('gone');
    expect(await editLink(workspace, short?.id ?? '', { target: 'javascript:alert(1)' }, 1)).toBe('target');
    stop.abort();
  });

  it('is published until it stops, and what follows is done after each turn', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const [after, later] = [vi.fn(async () => undefined), vi.fn(async () => undefined)];
    keepPublished(workspace, team, first.signal, after);
    await until(async () => expect(after).toHaveBeenCalled());
    first.abort();
    const turns = after.mock.calls.length;
    keepPublished(workspace, team, second.signal, later);
    await asking('share-0001');
    await until(async () => expect(await sentLinks()).toHaveLength(1));
    await until(async () => expect(later.mock.calls.length).toBeGreaterThan(1));
    expect(after).toHaveBeenCalledTimes(turns);
    second.abort();
  });

  it('is not led where the team’s links may not lead, which the hub would decline', async () => {
    await asking('share-0001');
    const [short] = await workspace.rows(shortLinks).toArray();
    const id = short?.id ?? '';
    const lead = (target: string, rules: object) =>
      keepMembership(workspace, { ...IN_TEAM, rules: { ...USUAL_RULES, ...rules } }).then(() =>
        editLink(workspace, id, { target }, Date.now()),
      );
    const [target, internal] = ['https://bad.example/a', 'http://intranet/a'];
    expect(await lead(target, { block: ['bad.example'] })).toBe('rules');
    expect(await lead(target, { allow: ['shop.example'] })).toBe('rules');
    expect(await lead(internal, {})).toBe('target');
    expect(await lead(`${new URL(short?.address ?? '').origin}/other`, {})).toBe('rules');
    expect((await workspace.rows(shortLinks).get(id))?.target).toBe(short?.target);
    expect(await lead(internal, { allow: ['intranet'] })).toBeNull();
    // A link of another hub is not led by this team's rules.
    await workspace.rows(shortLinks).update(id, { hub: 'another-hub' });
    expect(await lead(target, { block: ['bad.example'] })).toBeNull();
  });

  it('made in one team is not sent to another', async () => {
    await asking('share-0001');
    const other = new Team(workspace, { ...IN_TEAM, hub: 'another-hub' }, ROOMS);
    const stop = new AbortController();
    keepPublished(workspace, other, stop.signal);
    await until(async () => expect((await workspace.rows(sent).toArray()).length).toBeGreaterThan(0));
    expect(await sentLinks()).toEqual([]);
    stop.abort();
    other.close();
  });
});
