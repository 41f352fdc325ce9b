import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { RoomLog } from '../../../src/hub/store/log.ts';
import { syncServer } from '../../../src/hub/sync/sync.ts';
import { withAnyItems } from './any-items.ts';
import { ROOMS } from './declared-rooms.ts';
import { openStore } from './store.ts';

// A hub to be killed: on the folder it is given, it prints its port.
const store = await openStore(process.argv[2] ?? '');
const hub = syncServer({
  rooms: withAnyItems(ROOMS),
  log: new RoomLog(store.db, () => {}),
  deviceOf: Number,
  whoOf: () => ({ member: 'ann', role: 'member' }),
  now: () => Date.UTC(2026, 10, 27),
});
const sockets = new WebSocketServer({ noServer: true });
const http = createServer().listen(0, '127.0.0.1', () => console.log((http.address() as AddressInfo).port));
http.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (ws) => {
    const connection = hub.handleConnection(ws, new Request('http://hub.example/'));
    ws.on('message', (data: Buffer) => connection.handleMessage(data));
    ws.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
  }),
);
