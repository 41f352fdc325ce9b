import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PendingBytes } from '../../../src/hub/edge/pending-bytes.ts';
import { BOUNDS } from '../../../src/hub/sync/socket.ts';
import { monthOf } from '../../../src/workspace/room.ts';
import { frameOf, OP, RawSocket } from '../../attack/raw-socket.ts';
import { until } from '../../attack/until.ts';
import { TeamHub } from './team.ts';

/** A frame that lacks its end. */
const unfinished = (bytes: number) => frameOf(OP.binary, new Uint8Array(bytes + 1000)).subarray(0, bytes);

describe('bytes that are under way', () => {
  it('are the owner’s of most, and of them the item’s that has most', () => {
    const held = new PendingBytes<string>(100);
    expect([held.note('a', 'a1', 30), held.note('a', 'a2', 40), held.note('b', 'b1', 20)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(held.note('b', 'b2', 15)).toBe('a2');
    // What gets less is no reason, and what is over counts no more.
    expect([held.note('a', 'a1', 29), held.note('a', 'a2', 0), held.size]).toEqual([null, null, 64]);
  });
});

describe('a hub', () => {
  let team: TeamHub;
  beforeEach(() => {
    team = new TeamHub();
  });
  afterEach(() => team.close());
  const ended = (socket: RawSocket) => until(() => socket.ended !== '', 'the end of a socket', 5000);

  async function prove(): Promise<RawSocket> {
    const socket = await RawSocket.open(team.hub.port, {});
    expect(await socket.auth(`library/${monthOf(team.now)}`, team.token)).toBe('authenticated');
    return socket;
  }

  it('ends who has not proved themselves and sends more than tokens and what they have', async () => {
    team = await TeamHub.withAdmin();
    const socket = await RawSocket.open(team.hub.port, {});
    socket.socket.write(unfinished(1 << 20));
    await ended(socket);
  });

  it('bounds what all strangers send together, by who sends most of it', async () => {
    team = await TeamHub.withAdmin();
    await team.stop();
    const incoming = { ...BOUNDS.incoming, strangers: 300_000 };
    await team.start(team.folder, { sockets: { ...BOUNDS, incoming } });
    const port = team.hub.port;
    const [little, much] = [
      await RawSocket.open(port, {}),
      await RawSocket.open(port, { from: '127.0.0.2' }),
    ];
    little.socket.write(unfinished(1000));
    const others = [];
    much.socket.write(unfinished(200_000));
    for (let n = 0; n < 2; n += 1) {
      const one = await RawSocket.open(port, { from: '127.0.0.2' });
      others.push(one);
      one.socket.write(unfinished(150_000));
    }
    await ended(much);
    expect(little.ended).toBe('');
    for (const one of [little, ...others]) one.close();
  });

  it('lets who has proved themselves send whole messages, and bounds what is unfinished of all', async () => {
    team = await TeamHub.withAdmin();
    await team.stop();
    const incoming = { ...BOUNDS.incoming, unfinished: 3 << 20 };
    await team.start(team.folder, { sockets: { ...BOUNDS, incoming } });
    const identity = team.admin?.identity;
    if (!identity) throw new Error('no admin');
    team.admin = { identity, token: await team.signedIn() };
    const [one, other] = [await prove(), await prove()];
    one.socket.write(unfinished(2 << 20));
    other.socket.write(unfinished(1 << 19));
    one.frame(OP.ping, Uint8Array.of(1));
    other.socket.write(Buffer.alloc(100));
    const third = await prove();
    third.socket.write(unfinished(1 << 20));
    await ended(one);
    expect([other.ended, third.ended]).toEqual(['', '']);
    // Whole ones are over and count no more: presence of a megabyte, five times.
    const fourth = await prove();
    const presence = Buffer.concat([
      Buffer.from([5]),
      Buffer.from('board'),
      Buffer.from([1]),
      Buffer.alloc(1 << 20),
    ]);
    for (let n = 0; n < 5; n += 1) fourth.send(presence);
    fourth.frame(OP.ping, Uint8Array.of(1));
    await until(() => fourth.pongs > 0 || fourth.ended !== '', 'an answer to a ping', 5000);
    expect([fourth.ended, other.ended, third.ended]).toEqual(['', '', '']);
    for (const socket of [other, third, fourth]) socket.close();
  });
});
