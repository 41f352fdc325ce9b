import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { onPath } from '../run/on-path.ts';

/** The name that the example files are written for. */
export const NAME = 'hub.example.com';

const FILES = new URL('../../docs/proxies/', import.meta.url).pathname;
const HUB = '127.0.0.1:8787';
const CERTIFICATE = '/etc/ssl/hub.example.com.pem';
const KEY = '/etc/ssl/hub.example.com.key';

/** Where an example is run: a folder of its own with a certificate, before a hub on this machine. */
export interface Place {
  readonly folder: string;
  readonly hub: number;
  readonly port: number;
  /** Where it is asked without https. */
  readonly plain: number;
}

/** What is put into an example to run it here; each has to stand there, so that nothing is run but what is told. */
type Put = readonly (readonly [string, string])[];

/** A proxy that people put before a hub, and our example for it. */
export interface ProxyExample {
  readonly name: string;
  readonly program: string;
  /** The example as it stands in docs. */
  readonly text: string;
  /** The files that it is run with, by name; the arguments. */
  readonly files: (place: Place) => Readonly<Record<string, string>>;
  readonly args: (place: Place) => readonly string[];
  /** What the example has to say for a hub to work behind it, whether or not it can be run here. */
  readonly says: readonly RegExp[];
  /** Seconds for which a socket may rest that the hub pings, and for which a connection of the hub's is left open. */
  readonly rests: readonly RegExp[];
  readonly reuses: readonly RegExp[];
}

const example = (file: string) => readFileSync(join(FILES, file), 'utf8');

function put(text: string, parts: Put): string {
  for (const [part] of parts) if (!text.includes(part)) throw new Error(`the example has no "${part}"`);
  return parts.reduce((all, [part, other]) => all.replaceAll(part, other), text);
}

const NGINX = example('nginx.conf');
const HAPROXY = example('haproxy.cfg');
const CADDY = example('Caddyfile');

export const PROXIES: readonly ProxyExample[] = [
  {
    name: 'nginx',
    program: 'nginx',
    text: NGINX,
    files: ({ folder, hub, port, plain }) => ({
      'hub.conf': put(NGINX, [
        [HUB, `127.0.0.1:${hub}`],
        ['listen 80;', `listen 127.0.0.1:${plain};`],
        ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
        [CERTIFICATE, join(folder, 'hub.pem')],
        [KEY, join(folder, 'hub.key')],
      ]),
      // As distributions have it around the files of sites; what it writes lies in this folder.
      'nginx.conf': `daemon off; pid nginx.pid; error_log stderr warn;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 512; }
http { access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${of};`).join('\n')}
include ${join(folder, 'hub.conf')}; }`,
    }),
    args: ({ folder }) => ['-p', folder, '-c', join(folder, 'nginx.conf')],
    says: [
      /proxy_http_version 1\.1;/,
      /proxy_set_header Host \$host;/,
      /proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;/,
      /proxy_set_header Forwarded "";/,
      /proxy_set_header Upgrade \$http_upgrade;/,
      /proxy_set_header Connection \$connection_upgrade;/,
      /proxy_request_buffering off;/,
      /proxy_pass http:\/\/musubi_hub;/,
    ],
    rests: [/proxy_read_timeout (\d+)s;/, /proxy_send_timeout (\d+)s;/],
    reuses: [/keepalive_timeout (\d+)s;/],
  },
  {
    name: 'HAProxy',
    program: 'haproxy',
    text: HAPROXY,
    files: ({ folder, hub, port, plain }) => ({
      'haproxy.cfg': put(HAPROXY, [
        [HUB, `127.0.0.1:${hub}`],
        ['bind :80\n', `bind 127.0.0.1:${plain}\n`],
        ['bind :443 ssl', `bind 127.0.0.1:${port} ssl`],
        [CERTIFICATE, join(folder, 'both.pem')],
      ]),
    }),
    args: ({ folder }) => ['-db', '-f', join(folder, 'haproxy.cfg')],
    says: [
      /http-request del-header X-Forwarded-For\n/,
      /http-request del-header Forwarded\n/,
      /option forwardfor\n/,
      /option httpchk GET \/readyz\n/,
    ],
    rests: [/timeout client (\d+)s/, /timeout server (\d+)s/, /timeout tunnel (\d+)s/],
    // It closes what rests on the hub's side after 5 s by itself.
    reuses: [],
  },
  {
    name: 'Caddy',
    program: 'caddy',
    text: CADDY,
    files: ({ folder, hub, port }) => ({
      // It fetches certificates from the net by itself, which nothing here may.
      Caddyfile: `{\n\tadmin off\n\tauto_https off\n}\n${put(CADDY, [
        [HUB, `127.0.0.1:${hub}`],
        [
          `\n${NAME} {`,
          `\nhttps://${NAME}:${port} {\n\tbind 127.0.0.1\n\ttls ${join(folder, 'hub.pem')} ${join(folder, 'hub.key')}`,
        ],
      ])}`,
    }),
    says: [/reverse_proxy 127\.0\.0\.1:8787 \{/, /header_up -Forwarded\n/],
    rests: [],
    reuses: [/keepalive (\d+)s/],
    args: ({ folder }) => ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
  },
];

/** A port that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const answer = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return answer;
}

/** Starts a proxy of this machine with our example of it; what it writes is told where it ends at once. */
export async function started(proxy: ProxyExample, place: Place): Promise<ChildProcess> {
  const program = onPath(proxy.program);
  if (!program) throw new Error(`${proxy.name} is not installed`);
  mkdirSync(place.folder, { recursive: true });
  for (const [name, text] of Object.entries(proxy.files(place)))
    writeFileSync(join(place.folder, name), text);
  const env = { PATH: process.env.PATH, HOME: place.folder, XDG_DATA_HOME: place.folder };
  const child = spawn(program, proxy.args(place), {
    cwd: place.folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      words += bytes;
    });
  for (const until = performance.now() + 10_000; !(await listens(place.port)); )
    if (child.exitCode !== null || performance.now() > until)
      throw new Error(`${proxy.name} does not take our example: ${words}`);
  return child;
}
