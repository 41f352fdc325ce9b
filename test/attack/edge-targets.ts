import type { Attack, HubSetup, Target } from './attack.ts';
import type { HubUnderAttack } from './hub.ts';
import { CHROME, linkOf, TARGET } from './link.ts';
import { once } from './once.ts';

const NAMED: HubSetup = {
  env: { MUSUBI_ADDRESS: 'https://hub.example', MUSUBI_NAMES: 'upstream.internal', MUSUBI_PROXY: '1' },
};
const linked = once((hub: HubUnderAttack) => linkOf(hub, hub.admin));

interface Raw {
  readonly status: number;
  readonly location: string | undefined;
}

/** A request line and a host as they are; then an ordinary question on the same line, which has to be answered or cut. */
async function asked(hub: HubUnderAttack, first: string, host: string | null): Promise<Raw | string> {
  const line = await hub.line();
  const id = (await linked(hub)).id;
  const named = host === null ? '' : `Host: ${host}\r\n`;
  line.write(`${first.replaceAll('ID', id)}\r\n${named}User-Agent: ${CHROME}\r\nAccept: text/html\r\n\r\n`);
  const { status } = await line.answer(3000).catch(() => ({ status: -1 }));
  if (status < 0) return 'it was left without an answer';
  const location = /^location: (.*)$/im.exec(line.received)?.[1];
  const left = line.closed
    ? []
    : await line.several('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n', 1, 3000).catch(() => null);
  if (left === null || (left[0] !== undefined && left[0] !== '200'))
    return `after ${status} the line answered ${left?.join() ?? 'nothing'}`;
  return { status, location };
}

/** What a request line has to come to: a link's target, a page of ours, or a refusal (below 500). */
type Wanted = 'leads' | 'page' | 'refused';

async function comesTo(
  at: Target,
  { first, host = 'hub.example', wanted }: { first: string; host?: string | null; wanted: Wanted },
): Promise<string | null> {
  const hub = await at.shared(NAMED);
  const answer = await asked(hub, first, host);
  if (typeof answer === 'string') return answer;
  const { status, location } = answer;
  const is =
    location === TARGET
      ? 'leads'
      : status === 200 || (status === 302 && location === '/app/')
        ? 'page'
        : location === undefined && (status === 0 || (status >= 400 && status < 500))
          ? 'refused'
          : `answered with ${status} ${location ?? ''}`;
  return is === wanted ? null : `it was ${is}${is === 'refused' ? ` with ${status}` : ''}`;
}

const TARGETS: readonly (readonly [string, Wanted])[] = [
  ['GET /ID HTTP/1.1', 'leads'],
  ['GET /ID HTTP/1.0', 'leads'],
  ['GET /ID/ HTTP/1.1', 'leads'],
  ['GET /ID// HTTP/1.1', 'leads'],
  ['GET /ID.q HTTP/1.1', 'leads'],
  ['GET /ID.q/ HTTP/1.1', 'leads'],
  ['GET //ID.q/ HTTP/1.1', 'leads'],
  ['GET ///ID HTTP/1.1', 'leads'],
  ['GET /ID/?fbclid=x HTTP/1.1', 'leads'],
  ['HEAD /ID/ HTTP/1.1', 'leads'],
  ['GET http://hub.example/ID HTTP/1.1', 'leads'],
  ['GET HTTPS://HUB.EXAMPLE:443/ID/ HTTP/1.1', 'leads'],
  ['GET https://hub.example.//ID HTTP/1.1', 'leads'],
  ['GET http://upstream.internal:3000/ID.q HTTP/1.1', 'leads'],
  ['GET http://hub.example HTTP/1.1', 'page'],
  ['GET http://hub.example? HTTP/1.1', 'page'],
  ['GET / HTTP/1.1', 'page'],
  ['GET // HTTP/1.1', 'page'],
  ['GET //app/ HTTP/1.1', 'page'],
  ['GET /app HTTP/1.1', 'page'],
  ['GET http://hub.example/app/ HTTP/1.1', 'page'],
  ['GET /healthz/ HTTP/1.1', 'page'],
  ['GET //healthz HTTP/1.1', 'page'],
  ['GET http://evil.example/ID HTTP/1.1', 'refused'],
  ['GET http://evil.example@hub.example/ID HTTP/1.1', 'refused'],
  ['GET http://hub.example@evil.example/ID HTTP/1.1', 'refused'],
  ['GET http:///ID HTTP/1.1', 'refused'],
  ['GET http:/ID HTTP/1.1', 'refused'],
  ['GET ftp://hub.example/ID HTTP/1.1', 'refused'],
  ['GET javascript:alert(1) HTTP/1.1', 'refused'],
  ['GET hub.example:443 HTTP/1.1', 'refused'],
  ['GET * HTTP/1.1', 'refused'],
  ['GET ID HTTP/1.1', 'refused'],
  ['GET ?ID HTTP/1.1', 'refused'],
  ['GET #ID HTTP/1.1', 'refused'],
  ['GET /ID#x HTTP/1.1', 'refused'],
  ['GET /ID%20 HTTP/1.1', 'refused'],
  ['GET /%zz HTTP/1.1', 'refused'],
  ['GET /app/%zz HTTP/1.1', 'refused'],
  ['GET /app/%c0%ae%c0%ae/hub.key HTTP/1.1', 'refused'],
  ['GET /app/..%2f..%2fhub.key HTTP/1.1', 'refused'],
  ['GET /app/%00 HTTP/1.1', 'refused'],
  ['GET /media/%zz HTTP/1.1', 'refused'],
  ['GET /api/hub%00 HTTP/1.1', 'refused'],
  ['GET /\u00e9\u00e9 HTTP/1.1', 'refused'],
  ['GET [::1]/ID HTTP/1.1', 'refused'],
  ['GET http://[::1/ID HTTP/1.1', 'refused'],
  ['GET http://%68ub.example/ID HTTP/1.1', 'refused'],
  ['GET //hub.example/ID HTTP/1.1', 'refused'],
  ['GET \\\\ID HTTP/1.1', 'refused'],
  ['get /ID HTTP/1.1', 'refused'],
  ['GET /ID HTTP/9.9', 'refused'],
];

/** Names of the hub in a `Host` header, and names that are not. */
const HOSTS: readonly (readonly [string | null, Wanted])[] = [
  ['hub.example', 'leads'],
  ['hub.EXAMPLE', 'leads'],
  ['hub.example.', 'leads'],
  ['hub.example:', 'leads'],
  ['hub.example.:08443', 'leads'],
  ['  hub.example  ', 'leads'],
  ['localhost:1', 'leads'],
  ['[::1]:8787', 'leads'],
  ['upstream.internal.', 'leads'],
  ['', 'refused'],
  [null, 'refused'],
  ['hub.example..', 'refused'],
  ['.hub.example', 'refused'],
  ['hub.example.evil.example', 'refused'],
  ['evilhub.example', 'refused'],
  ['hub.example@evil.example', 'refused'],
  ['evil.example@hub.example', 'refused'],
  ['hub.example:443:443', 'refused'],
  ['hub.example:port', 'refused'],
  ['hub.example/', 'refused'],
  ['hub.example, evil.example', 'refused'],
  ['evil.example hub.example', 'refused'],
  ['hub%2eexample', 'refused'],
  ['[::ffff:127.0.0.1]', 'refused'],
  ['2130706433', 'refused'],
  ['x'.repeat(5000), 'refused'],
];

/** How those ask who watch a process: by numbers, without a name, in the oldest form, by any path of a probe. */
const PROBES: readonly (readonly [string, string])[] = [
  ['in HTTP/1.0 without a name', 'GET /readyz HTTP/1.0\r\n\r\n'],
  ['in HTTP/1.1 without a name', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ['with an empty name', 'GET /readyz HTTP/1.1\r\nHost:\r\n\r\n'],
  ['by an address of IPv6', 'GET /healthz HTTP/1.1\r\nHost: [fd00::1]:8787\r\n\r\n'],
  ['by a name that is not ours', 'GET /readyz HTTP/1.1\r\nHost: pod-7.cluster.local\r\n\r\n'],
  ['by HEAD', 'HEAD /healthz HTTP/1.1\r\nHost: 10.0.0.1\r\nConnection: close\r\n\r\n'],
  ['with a slash behind it', 'GET /readyz/ HTTP/1.1\r\nHost: 10.0.0.1\r\n\r\n'],
  ['by the whole address', 'GET http://10.0.0.1:8787/readyz HTTP/1.1\r\nHost: 10.0.0.1:8787\r\n\r\n'],
  ['with a query', 'GET /healthz?from=lb HTTP/1.1\r\nHost: 10.0.0.1\r\nUser-Agent: kube-probe/1.33\r\n\r\n'],
];

async function probed(at: Target, head: string): Promise<string | null> {
  const hub = await at.shared(NAMED);
  const line = await hub.line();
  line.write(head);
  const { status } = await line.answer(3000).catch(() => ({ status: -1 }));
  return status === 200 ? null : `it was answered with ${status}`;
}

export const targetAttacks: readonly Attack[] = [
  ...TARGETS.map(
    ([first, wanted]): Attack => ({
      area: 'edge',
      name: `a line asks ${JSON.stringify(first)}`,
      run: (at) => comesTo(at, { first, wanted }),
    }),
  ),
  ...HOSTS.map(
    ([host, wanted]): Attack => ({
      area: 'edge',
      name: `a link is asked for by ${host === null ? 'no name' : JSON.stringify(host.slice(0, 40))}`,
      run: (at) => comesTo(at, { first: 'GET /ID HTTP/1.1', host, wanted }),
    }),
  ),
  ...PROBES.map(
    ([how, head]): Attack => ({ area: 'edge', name: `a probe asks ${how}`, run: (at) => probed(at, head) }),
  ),
];
