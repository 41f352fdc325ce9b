import { type Proxies, proxiesIn } from './edge/client-address.ts';
import { hostIn } from './edge/hosts.ts';
import { isZone } from './zone.ts';

/** The settings of a hub. */
export interface HubSettings {
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  /** Where people reach it, without a slash at the end. */
  readonly address: string;
  /** Trusted proxies, which report the client's address; absent: there is no proxy. */
  readonly proxies?: Proxies;
  /** Further host names under which requests arrive, as a proxy may use them. */
  readonly names?: readonly string[];
  /**
   * The address of short links, without a slash at the end; absent or empty: no short links, and shares have the full
   * address.
   */
  readonly links?: string;
  /** The time zone of the team's days; absent: UTC. */
  readonly zone?: string;
  /** A file of addresses by country; absent: countries are not counted. */
  readonly countries?: string;
  /** What one member may write into rooms in a month (UTC), bytes; absent: the default. */
  readonly roomBytes?: number;
  /** The folder of the web companion's build; without it, an invite link shows a page that explains how to use it. */
  readonly web?: string;
}

const BUILT = new URL('../../.output/web', import.meta.url).pathname;

export const HELP = `The hub of a Musubi team: one process, one folder.

  npm run hub

Set by environment variables; one that is empty is as good as not set:
  MUSUBI_HOST      address to listen on                     127.0.0.1
  MUSUBI_PORT      port to listen on                        8787
  MUSUBI_FOLDER    the folder of all its data               ./hub-data
  MUSUBI_ADDRESS   where people reach it, for invite links; a name of its own, without a path  http://localhost:<port>
  MUSUBI_LINKS     where short links lead from, e.g. a short domain of your own that leads here; "off" for none.
                   MUSUBI_ADDRESS where it is not set
  MUSUBI_ZONE      time zone of the team's days             this machine's
  MUSUBI_COUNTRIES a file of addresses by country (MaxMind's format, or lines of first,last,country): clicks then tell theirs
  MUSUBI_PROXY     proxies of your own that stand before it: how many there are (1 for most), or their addresses and
                   ranges, e.g. "10.0.0.0/8, ::1". X-Forwarded-For, or Forwarded, is then believed as far as they wrote it.
                   Let them drop the header that they do not write. Where a request has both, the hub believes the header
                   that has been present on every request from your proxies; if that is unknown, both must agree,
                   otherwise the request counts as the proxy's
  MUSUBI_NAMES     further names in the Host header under which it answers, where a proxy calls it by one of its own
  MUSUBI_WRITTEN   what one member may write into the team's rooms in a month (UTC), MB  256 (5,000 items take about 10)
  MUSUBI_WEB       the built companion that is served at /app  .output/web
  MUSUBI_RESTORE   a backup to start from; the folder must hold no hub yet

Behind the hub's address put a proxy with HTTPS (docs/proxies has files for nginx, Caddy and HAProxy). GET /healthz says
whether it runs, /readyz whether it can write; both answer under any host name.
The team's keys are in <folder>/hub.key: keep it with your backups, and to yourself.`;

/** A setting that cannot be used, in words for whoever set it. */
export class SettingError extends Error {
  constructor(name: string, wanted: string, text: string) {
    super(`${name} must be ${wanted}, not "${text}".`);
    this.name = 'SettingError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; an empty variable counts as not set. Throws a SettingError that names the variable. */
export function settingsFrom(env: Environment): HubSettings {
  const variable = (name: string) => env[name]?.trim() || undefined;
  const port = portFrom(variable('MUSUBI_PORT') ?? '8787');
  const address = addressFrom('MUSUBI_ADDRESS', variable('MUSUBI_ADDRESS') ?? `http://localhost:${port}`);
  const zone = variable('MUSUBI_ZONE') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(zone)) throw new SettingError('MUSUBI_ZONE', 'a time zone such as Asia/Tokyo', zone);
  const countries = variable('MUSUBI_COUNTRIES');
  return {
    host: variable('MUSUBI_HOST') ?? '127.0.0.1',
    port,
    folder: variable('MUSUBI_FOLDER') ?? 'hub-data',
    address,
    links: linksFrom(variable('MUSUBI_LINKS'), address),
    zone,
    ...(countries && { countries }),
    ...proxiesFrom(variable('MUSUBI_PROXY')),
    names: namesFrom(variable('MUSUBI_NAMES') ?? ''),
    ...roomBytesFrom(variable('MUSUBI_WRITTEN')),
    web: variable('MUSUBI_WEB') ?? BUILT,
  };
}

function portFrom(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new SettingError('MUSUBI_PORT', 'a number from 0 to 65535', text);
  return Number(text);
}

/** An address without a path: pages and links of a hub below a path would leave the path out. */
function addressFrom(name: string, text: string, or = ''): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url && /^https?:$/.test(url.protocol) && /^\/*$/.test(url.pathname);
  if (!isPlain || url.search || url.hash || url.username || url.password)
    throw new SettingError(
      name,
      `an http or https address without a path, since a hub has a name of its own${or}`,
      text,
    );
  return url.origin;
}

function proxiesFrom(text: string | undefined): { proxies?: Proxies } {
  if (text === undefined) return {};
  const proxies = proxiesIn(text);
  if (!proxies)
    throw new SettingError('MUSUBI_PROXY', 'a number of proxies, or their addresses and ranges', text);
  return 'hops' in proxies && proxies.hops === 0 ? {} : { proxies };
}

function roomBytesFrom(text: string | undefined): { roomBytes?: number } {
  if (text === undefined) return {};
  const isNumber = /^\d{1,7}$/.test(text) && Number(text) > 0;
  if (!isNumber) throw new SettingError('MUSUBI_WRITTEN', 'a number of megabytes from 1 to 9999999', text);
  return { roomBytes: Number(text) * 2 ** 20 };
}

function namesFrom(text: string): string[] {
  return text
    .split(/[,\s]/)
    .filter(Boolean)
    .map((written) => {
      const name = hostIn(written);
      if (name === '') throw new SettingError('MUSUBI_NAMES', 'names of hosts with commas between', written);
      return name;
    });
}

/** Whether an address works on this machine only, so that links from there are of no use to others. */
export const isOfOneMachine = (at: string) =>
  /^(?:localhost|127\.|\[::1\]|.*\.localhost$)/.test(new URL(at).hostname);

function linksFrom(text: string | undefined, at: string): string {
  if (text === 'off') return '';
  return text === undefined ? at : addressFrom('MUSUBI_LINKS', text, ', or off');
}
