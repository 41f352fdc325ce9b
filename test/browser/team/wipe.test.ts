import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removalWords } from '../../../src/team/hub-api.ts';
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
const held = async () => [
  await workspace.rows(edits).count(),
  await workspace.rows(sent).count(),
  (await readMembership(workspace)) !== null,
];

describe('a removal', () => {
  it('that nobody signed wipes nothing', async () => {
    await answeredWith({});
    expect(await held()).toEqual([1, 1, true]);
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
    expect(await held()).toEqual([1, 1, true]);
  });

  it('that the hub signed for this device wipes what is the team’s', async () => {
    await answeredWith({ removal: await removal({ hub: HUB, device: DEVICE, by: ofHub }) });
    expect(await held()).toEqual([0, 0, false]);
    expect(await workspace.rows(roomStores).count()).toBe(0);
    await vi.waitFor(async () => {
      const left = (await indexedDB.databases()).filter(({ name }) => name?.startsWith(workspace.diary.name));
      expect(left.map(({ name }) => name)).toEqual([workspace.diary.name]);
    });
  });
});
