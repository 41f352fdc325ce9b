import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removalWords } from '../../../src/team/hub-api.ts';
import { type Joining, join } from '../../../src/team/join.ts';
import { forgetTeam } from '../../../src/team/leave.ts';
import { keepMembership, readMembership } from '../../../src/team/membership.ts';
import { TeamSessions } from '../../../src/team/session.ts';
import type { Workspace } from '../../../src/workspace/open.ts';
import { Rooms } from '../../../src/workspace/rooms/rooms.ts';
import { edits, roomStores, sent } from '../../../src/workspace/rooms/tables.ts';
import { ownWorkspace } from '../stage.tsx';
import { MEMBER } from './member.ts';

const { hub: HUB, device: DEVICE } = MEMBER;
const base64url = (bytes: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const keyPair = () =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);

interface Said {
  readonly hub: string;
  readonly device: number;
  readonly by: CryptoKeyPair;
}

async function removal({ hub, device, by }: Said) {
  const at = 5;
  const words = new TextEncoder().encode(removalWords({ hub, device, at }));
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, by.privateKey, words);
  return { hub, device, at, signature: base64url(signature) };
}

let workspace: Workspace;
let rooms: Rooms;
let ofHub: CryptoKeyPair;
beforeEach(async () => {
  workspace = ownWorkspace();
  ofHub = await keyPair();
  const hubKey = base64url(await crypto.subtle.exportKey('spki', ofHub.publicKey));
  await keepMembership(workspace, { ...MEMBER, hubKey });
  rooms = new Rooms(workspace, DEVICE);
  await rooms.put('library/2026-11', 'items', 'first-item', { id: 'first-item', at: 1 });
});
afterEach(async () => {
  vi.restoreAllMocks();
  rooms.close();
  await workspace.diary.delete();
});

/** Whoever stands between the device and its hub answers the question for a session. */
async function answeredWith(refused: object): Promise<void> {
  vi.spyOn(globalThis, 'fetch').mockImplementation((url) =>
    Promise.resolve(
      Response.json(
        String(url).endsWith('/challenge') ? { nonce: 'n'.repeat(32) } : { refused: 'session', ...refused },
      ),
    ),
  );
  expect((await new TeamSessions(workspace).session()).ok).toBe(false);
}
const stored = async () => [
  await workspace.rows(edits).count(),
  await workspace.rows(sent).count(),
  (await readMembership(workspace)) !== null,
];

describe('a removal', () => {
  it('that nobody signed wipes nothing', async () => {
    await answeredWith({});
    expect(await stored()).toEqual([1, 1, true]);
  });

  it.each([
    ['another key', async () => removal({ hub: HUB, device: DEVICE, by: await keyPair() })],
    ['the hub, for another device', () => removal({ hub: HUB, device: 8, by: ofHub })],
    [
      'the hub’s key under another hub’s name',
      () => removal({ hub: 'hub-of-others', device: DEVICE, by: ofHub }),
    ],
    [
      'the hub, for another device, and changed since',
      async () => ({ ...(await removal({ hub: HUB, device: 8, by: ofHub })), device: DEVICE }),
    ],
    [
      'the hub, with another moment put in',
      async () => ({ ...(await removal({ hub: HUB, device: DEVICE, by: ofHub })), at: 6 }),
    ],
  ])('signed by %s wipes nothing', async (_, made) => {
    await answeredWith({ removal: await made() });
    expect(await stored()).toEqual([1, 1, true]);
  });

  it('that the hub signed for this device wipes what is the team’s', async () => {
    await answeredWith({ removal: await removal({ hub: HUB, device: DEVICE, by: ofHub }) });
    expect(await stored()).toEqual([0, 0, false]);
    expect(await workspace.rows(roomStores).count()).toBe(0);
    await vi.waitFor(async () => {
      const left = (await indexedDB.databases()).filter(({ name }) => name?.startsWith(workspace.diary.name));
      expect(left.map(({ name }) => name)).toEqual([workspace.diary.name]);
    });
  });
});

/** Joins at the moment 5, where the hub takes everybody. */
function joinAs(chosen: Partial<Joining> = {}): ReturnType<typeof join> {
  const { hub, hubKey, member, device, address } = MEMBER;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () =>
    Response.json({ hub, hubKey, member, device }),
  );
  const usual = { name: 'Ann', device: 'a test', listed: false, earlier: false, without: [] };
  const invitation = { address, invite: 'i'.repeat(20), secret: 's'.repeat(40) };
  return join(workspace, invitation, 'member', { ...usual, agreed: 'open', ...chosen }, 5);
}

describe('joining', () => {
  it.each([
    ['from then on, and all of it', {}, { from: 5, without: [], listed: false }],
    ['with earlier shares', { earlier: true }, { from: 0, without: [], listed: false }],
    ['without where they were', { without: ['site'] }, { from: 5, without: ['site'], listed: false }],
    ['without what it was of', { without: ['item'] }, { from: 5, without: ['item'], listed: false }],
    ['by name', { listed: true }, { from: 5, without: [], listed: true }],
  ] as const)('shares %s, where the person chose that', async (_, chosen, stored) => {
    await forgetTeam(workspace, 'left');
    expect((await joinAs(chosen)).ok).toBe(true);
    expect(await readMembership(workspace)).toMatchObject(stored);
  });
});

describe('leaving', () => {
  it('wipes what is the team’s with the membership, or nothing of both', async () => {
    vi.spyOn(workspace.diary.table(edits.name), 'clear').mockRejectedValueOnce(new Error('the disk is full'));
    await expect(forgetTeam(workspace, 'left')).rejects.toThrow('the disk is full');
    expect(await stored()).toEqual([1, 1, true]);
    await forgetTeam(workspace, 'left');
    expect(await stored()).toEqual([0, 0, false]);
  });

  it('gives the next team nothing, not even what a page wrote that had not heard of it yet', async () => {
    await forgetTeam(workspace, 'left');
    await rooms.put('library/2026-11', 'items', 'late-item', { id: 'late-item', at: 2 });
    expect(await stored()).toEqual([1, 1, false]);
    expect((await joinAs()).ok).toBe(true);
    expect(await stored()).toEqual([0, 0, true]);
    // A second try, after an answer that was lost, takes nothing of what was written since.
    await rooms.put('library/2026-11', 'items', 'new-item', { id: 'new-item', at: 3 });
    await joinAs();
    expect(await stored()).toEqual([1, 1, true]);
  });
});
