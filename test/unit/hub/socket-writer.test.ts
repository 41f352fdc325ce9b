import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Backlog, SocketWriter } from '../../../src/hub/sync/socket-writer.ts';
import { eventually } from '../eventually.ts';

const MB = 1 << 20;
let http: Server;
let backlog: Backlog;
let opened: {
  readonly peer: WebSocket;
  readonly line: SocketWriter;
  readonly moved: ReturnType<typeof vi.fn>;
}[];
beforeEach(async () => {
  opened = [];
  backlog = new Backlog(64 * MB);
  http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
});
afterEach(() => {
  for (const { peer } of opened) peer.terminate();
  http.closeAllConnections();
  http.close();
});

async function open() {
  const server = new WebSocketServer({ noServer: true });
  const upgraded = once(http, 'upgrade').then(
    ([request, socket, head]) =>
      new Promise<[WebSocket, Duplex]>((done) => {
        server.handleUpgrade(request, socket, head, (ws) => done([ws, socket]));
      }),
  );
  const peer = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/`, {
    maxPayload: 64 * MB,
  });
  const [[ws, socket]] = await Promise.all([upgraded, once(peer, 'open')]);
  const moved = vi.fn();
  const one = { peer, line: new SocketWriter(ws, socket, backlog, moved), moved };
  opened.push(one);
  return one;
}

const lengths = (peer: WebSocket) => {
  const got: number[] = [];
  peer.on('message', (data: Buffer) => got.push(data.byteLength));
  return got;
};

describe('a line to a device', () => {
  it('carries more than any buffer to a reader that was asleep, whole and in order', async () => {
    const { peer, line, moved } = await open();
    const got = lengths(peer);
    peer.pause();
    line.send(new Uint8Array(30 * MB).fill(1));
    line.send(new Uint8Array(10));
    line.send(new Uint8Array(200_000));
    await eventually(() => expect(line.waiting).toBeGreaterThan(20 * MB));
    peer.resume();
    await eventually(() => expect(got).toEqual([30 * MB, 10, 200_000]));
    expect(line.waiting).toBe(0);
    expect(moved.mock.calls.length).toBeGreaterThan(1);
  });

  it('is closed behind what waits', async () => {
    const { peer, line } = await open();
    const got = lengths(peer);
    peer.pause();
    line.send(new Uint8Array(20 * MB));
    line.close(4403, 'removed');
    line.send(new Uint8Array(3));
    peer.resume();
    const [code, reason] = await once(peer, 'close');
    expect([got, code, String(reason)]).toEqual([[20 * MB], 4403, 'removed']);
  });

  it('begins the next answer when the last is taken', async () => {
    const { peer, line } = await open();
    peer.pause();
    await line.turn();
    line.send(new Uint8Array(20 * MB));
    let isNext = false;
    const next = line.turn().then(() => {
      isNext = true;
    });
    await new Promise((turn) => setImmediate(turn));
    await new Promise((turn) => setImmediate(turn));
    expect(isNext).toBe(false);
    peer.resume();
    await next;
    expect(line.waiting).toBe(0);
  });

  it('that has most waiting is ended where all together are too many, and no other', async () => {
    const [slow, slower] = [await open(), await open()];
    for (const { peer } of [slow, slower]) peer.pause();
    slow.line.send(new Uint8Array(20 * MB));
    slower.line.send(new Uint8Array(42 * MB));
    slow.line.send(new Uint8Array(12 * MB));
    expect([slow.line.waiting > 20 * MB, slower.line.waiting]).toEqual([true, 0]);
    const got = lengths(slow.peer);
    slow.peer.resume();
    await eventually(() => expect(got).toEqual([20 * MB, 12 * MB]));
    slower.peer.resume();
    await once(slower.peer, 'close');
  });
});
