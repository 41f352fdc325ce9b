import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Backlog, SocketWriter } from '../../../src/hub/sync/socket-writer.ts';

describe('a frame of ours', () => {
  const http = createServer();
  const server = new WebSocketServer({ noServer: true });
  const sent = [0, 1, 125, 126, 127, 65_535, 65_536, 300_000].map((length) =>
    new Uint8Array(length).fill(length),
  );
  beforeAll(async () => {
    http.on('upgrade', (request, socket, head) => {
      server.handleUpgrade(request, socket, head, (ws) => {
        const line = new SocketWriter(ws, socket, new Backlog(64 << 20));
        for (const message of sent) {
          line.send(message);
          ws.ping('between');
          line.send(message);
        }
        line.close(4403, 'removed');
        line.send(new Uint8Array(3));
      });
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
  });
  afterAll(() => {
    server.close();
    http.close();
  });

  it('is what a peer reads, whatever its length, among the library’s own, and none after the close', async () => {
    const peer = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/`);
    const got: number[] = [];
    let pings = 0;
    peer.on('message', (data: Buffer, isBinary) => {
      expect(isBinary).toBe(true);
      expect(data.every((byte) => byte === (data.length & 0xff))).toBe(true);
      got.push(data.length);
    });
    peer.on('ping', () => {
      pings += 1;
    });
    const [code, reason] = await once(peer, 'close');
    expect([code, String(reason)]).toEqual([4403, 'removed']);
    expect(got).toEqual(sent.flatMap(({ length }) => [length, length]));
    expect(pings).toBe(sent.length);
  });
});
