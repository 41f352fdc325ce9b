import type { Attack, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';
import type { RawLine } from './line.ts';
import { within } from './until.ts';

/** Bytes that no honest client sends, by the port; the line may be cut or answered, and the hub goes on. */
type Bytes = (hub: HubUnderAttack) => string | Uint8Array;

const head = (hub: HubUnderAttack, first: string, ...rest: string[]) =>
  `${[first, `Host: 127.0.0.1:${hub.port}`, ...rest].join('\r\n')}\r\n\r\n`;

const BAD_REQUESTS: readonly (readonly [string, Bytes])[] = [
  [
    'a length and chunks at once',
    (hub) =>
      `${head(hub, 'POST /api/join HTTP/1.1', 'Content-Length: 6', 'Transfer-Encoding: chunked')}0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
  ],
  [
    'two lengths',
    (hub) => `${head(hub, 'POST /api/join HTTP/1.1', 'Content-Length: 2', 'Content-Length: 3')}{}x`,
  ],
  ['a length of minus one', (hub) => head(hub, 'POST /api/join HTTP/1.1', 'Content-Length: -1')],
  ['a length of 2^60', (hub) => head(hub, 'POST /api/join HTTP/1.1', `Content-Length: ${2n ** 60n}`)],
  [
    'a chunk of 2^60',
    (hub) =>
      `${head(hub, 'POST /api/join HTTP/1.1', 'Transfer-Encoding: chunked')}${(2n ** 60n).toString(16)}\r\nx`,
  ],
  [
    'a chunk with 60 KB of extensions',
    (hub) =>
      `${head(hub, 'POST /api/join HTTP/1.1', 'Transfer-Encoding: chunked')}2;${'a'.repeat(60_000)}\r\n{}\r\n0\r\n\r\n`,
  ],
  ['a line folded over two', (hub) => head(hub, 'GET / HTTP/1.1', 'X-A: b\r\n c')],
  ['a head that ends in bare line feeds', (hub) => `GET / HTTP/1.1\nHost: 127.0.0.1:${hub.port}\n\n`],
  ['two names of a host', (hub) => head(hub, 'GET / HTTP/1.1', 'Host: evil.example')],
  ['a head of 200 KB', (hub) => head(hub, 'GET / HTTP/1.1', `X-A: ${'a'.repeat(200_000)}`)],
  [
    '5,000 headers',
    (hub) => head(hub, 'GET / HTTP/1.1', ...Array.from({ length: 5000 }, (_, n) => `a${n}:`)),
  ],
  ['an address of 15 KB', (hub) => head(hub, `GET /${'a'.repeat(15_000)} HTTP/1.1`)],
  ['CONNECT', () => 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n'],
  ['TRACE', (hub) => head(hub, 'TRACE / HTTP/1.1')],
  ['a method of its own', (hub) => head(hub, 'STEAL / HTTP/1.1')],
  [
    'an upgrade to h2c',
    (hub) =>
      head(
        hub,
        'GET / HTTP/1.1',
        'Connection: Upgrade, HTTP2-Settings',
        'Upgrade: h2c',
        'HTTP2-Settings: AAMAAABk',
      ),
  ],
  ['the preface of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/0.9', () => 'GET /\r\n'],
  [
    'an expectation nobody meets',
    (hub) => head(hub, 'POST /api/join HTTP/1.1', 'Expect: the-unexpected', 'Content-Length: 2'),
  ],
  ['a handshake of TLS', () => Buffer.from('16030100c8010000c40303', 'hex')],
  ['nulls', () => Buffer.alloc(10_000)],
  [
    'an upgrade on a path of a link',
    (hub) =>
      head(
        hub,
        'GET /abcdefghijk HTTP/1.1',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
        'Sec-WebSocket-Version: 13',
      ),
  ],
];

/** Answered with no more than a refusal, or cut, or waited for; and who comes after is served. */
async function survived(at: Target, bytes: Bytes): Promise<string | null> {
  const hub = await at.shared();
  const line = await hub.line();
  line.write(bytes(hub));
  const answer = await within(
    300,
    line.answer(5000).catch(() => null),
  );
  if (answer && answer.status >= 500) return `it was answered with ${answer.status}`;
  return (await hub.isReady()) ? null : 'the hub is not ready after it';
}

/** Lines that send a read's worth of the smallest requests in one breath: all of them come up in one turn of the hub. */
async function pipelined(at: Target, [lines, path]: readonly [number, string]): Promise<string | null> {
  const hub = await at.hub();
  const breath = head(hub, `GET ${path} HTTP/1.1`).repeat(1200);
  const open: RawLine[] = [];
  for (let n = 0; n < lines; n += 1) open.push(await hub.line({ from: `127.0.1.${1 + n}` }));
  for (const line of open) line.write(breath);
  let status = 0;
  const took = await hub.took(async () => {
    ({ status } = await hub.ask('/healthz', { from: '127.0.2.1' }));
  });
  if (status !== 200) return `a neighbour was answered with ${status}`;
  return took < 500 ? null : `a neighbour waited ${took.toFixed(0)} ms`;
}

const deep = '['.repeat(100_000);
const BODIES: readonly (readonly [string, string])[] = [
  ['a list within a list 100,000 times', deep + ']'.repeat(100_000)],
  [
    '100,000 keys',
    JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, n]))),
  ],
  ['a number of 200,000 digits', `{"do":${'9'.repeat(200_000)}}`],
  [
    'a prototype of its own',
    '{"do":"self.listed","listed":true,"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}}}',
  ],
  ['half a pair of surrogates', '{"do":"self.name","name":"\\ud800"}'],
  ['bytes that are no UTF-8', '\u0000'],
  ['nothing', ''],
  ['null', 'null'],
];

async function body(at: Target, text: string): Promise<string | null> {
  const hub = await at.shared();
  for (const path of ['/api/do', '/api/join', '/api/session', '/api/clicks', '/api/history']) {
    const headers = { authorization: `Bearer ${hub.admin.token}`, 'content-type': 'application/json' };
    const { status } = await hub.ask(path, { method: 'POST', headers, body: text });
    if (status >= 500) return `${path} answered with ${status}`;
  }
  return (await hub.isReady()) ? null : 'the hub is not ready after it';
}

export const httpAttacks: readonly Attack[] = [
  ...BAD_REQUESTS.map(
    ([name, bytes]): Attack => ({
      area: 'edge',
      name: `a request with ${name}`,
      run: (at) => survived(at, bytes),
    }),
  ),
  ...BODIES.map(
    ([name, text]): Attack => ({
      area: 'requests',
      name: `a body of ${name}`,
      run: (at) => body(at, text),
    }),
  ),
  ...(['/', '/healthz', '/abcdefghijk', '/app/', '/api/join/look'] as const).map(
    (path): Attack => ({
      area: 'requests',
      name: `forty lines ask for ${path} 1,200 times in one breath`,
      run: (at) => pipelined(at, [40, path]),
    }),
  ),
];
