import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Hocuspocus } from '@hocuspocus/server';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';

const [port, folder = ''] = process.argv.slice(2);
const fileOf = (name: string) => join(folder, name.replaceAll('/', '_'));

const hub = new Hocuspocus({
  quiet: true,
  onLoadDocument: async ({ documentName, document }) => {
    if (existsSync(fileOf(documentName))) Y.applyUpdate(document, readFileSync(fileOf(documentName)));
  },
  onStoreDocument: async ({ documentName, document }) => {
    writeFileSync(fileOf(documentName), Y.encodeStateAsUpdate(document));
  },
});
const sockets = new WebSocketServer({ noServer: true });
const http = createServer();
http.on('upgrade', (request, socket, head) =>
  sockets.handleUpgrade(request, socket, head, (ws) => {
    const connection = hub.handleConnection(ws, new Request('http://hub.invalid/'));
    ws.on('message', (data: Buffer) => connection.handleMessage(data));
    ws.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
  }),
);
http.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
