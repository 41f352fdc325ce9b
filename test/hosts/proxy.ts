import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Where the proxy sends everything, whatever host was asked for. */
export interface Behind {
  readonly http: number;
  readonly https: number;
}

/** An absolute-form request (plain http) goes on with its Host header as it is. */
function pass(behind: Behind, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const url = URL.parse(incoming.url ?? '');
  const onward = request(
    {
      host: '127.0.0.1',
      port: behind.http,
      method: incoming.method,
      path: url ? url.pathname + url.search : (incoming.url ?? '/'),
      headers: { ...incoming.headers, host: url?.host ?? incoming.headers.host },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

/** A tunnel: port 443 is answered by us with a certificate of our own, any other port as plain http. */
function tunnel(behind: Behind, asked: string, socket: Duplex, head: Buffer): void {
  const port = asked.endsWith(':443') ? behind.https : behind.http;
  const onward: Socket = connect(port, '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
  socket.on('close', () => onward.destroy());
}

/** A loopback proxy that reaches no network: every host is our own server. */
export function createProxy(behind: Behind): Server {
  const proxy = createServer((incoming, outgoing) => pass(behind, incoming, outgoing));
  proxy.on('connect', (incoming: IncomingMessage, socket: Duplex, head: Buffer) =>
    tunnel(behind, incoming.url ?? '', socket, head),
  );
  return proxy;
}
