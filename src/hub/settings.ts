import * as z from 'zod/mini';
import { isZone } from './zone.ts';

/** How a hub is set. */
export interface HubSettings {
  readonly host: string;
  readonly port: number;
  readonly folder: string;
  /** Where people reach it, without a slash at the end. */
  readonly address: string;
  /** Whether `X-Forwarded-For` is believed: only behind a proxy of one's own. */
  readonly behindProxy: boolean;
  /** Where links lead from, without a slash at the end; absent or empty: it makes none, and shares carry the whole address. */
  readonly links?: string;
  /** The time zone of the team's days; absent: UTC. */
  readonly zone?: string;
  /** A table of addresses by country; absent: countries are not told. */
  readonly countries?: string;
  /** Where the companion was built for the web; without it, an invite's link says how to use it. */
  readonly web?: string;
}

const BUILT = new URL('../../.output/web', import.meta.url).pathname;

const port = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_535));
const address = z.url({ protocol: /^https?$/ });

export const HELP = `The hub of a Musubi team: one process, one folder.

  npm run hub

Set by environment variables:
  MUSUBI_HOST      address to listen on                     127.0.0.1
  MUSUBI_PORT      port to listen on                        8787
  MUSUBI_FOLDER    where everything is kept                 ./hub-data
  MUSUBI_ADDRESS   where people reach it, for invite links  http://localhost:<port>
  MUSUBI_LINKS     where short links lead from, e.g. a short domain of your own that leads here; "off" for none.
                   MUSUBI_ADDRESS where it is not set
  MUSUBI_ZONE      time zone of the team's days             this machine's
  MUSUBI_COUNTRIES a file of address ranges by country (first,last,country): clicks then tell theirs
  MUSUBI_PROXY     1 behind a proxy of your own: X-Forwarded-For is then believed
  MUSUBI_WEB       the built companion that is served at /app  .output/web
  MUSUBI_RESTORE   a backup to start from; the folder must hold no hub yet

Behind the hub's address put a proxy with HTTPS. GET /healthz says whether it runs, /readyz whether it can write.
The team's keys are in <folder>/hub.key: keep it with your backups, and to yourself.`;

/** A setting that cannot be used, in words for who set it. */
export class SettingError extends Error {
  constructor(name: string, wanted: string, given: string) {
    super(`${name} must be ${wanted}, not "${given}".`);
    this.name = 'SettingError';
  }
}

/** Reads the settings. Throws a SettingError that names the variable. */
export function settingsFrom(env: Readonly<Record<string, string | undefined>>): HubSettings {
  const given = env.MUSUBI_PORT ?? '8787';
  const asPort = port.safeParse(given);
  if (!asPort.success) throw new SettingError('MUSUBI_PORT', 'a number from 0 to 65535', given);
  const said = (env.MUSUBI_ADDRESS ?? `http://localhost:${asPort.data}`).replace(/\/+$/, '');
  if (!address.safeParse(said).success)
    throw new SettingError('MUSUBI_ADDRESS', 'an http or https address', said);
  const zone = env.MUSUBI_ZONE ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(zone)) throw new SettingError('MUSUBI_ZONE', 'a time zone such as Asia/Tokyo', zone);
  return {
    host: env.MUSUBI_HOST ?? '127.0.0.1',
    port: asPort.data,
    folder: env.MUSUBI_FOLDER ?? 'hub-data',
    address: said,
    links: linksFrom(env.MUSUBI_LINKS, said),
    zone,
    ...(env.MUSUBI_COUNTRIES && { countries: env.MUSUBI_COUNTRIES }),
    behindProxy: env.MUSUBI_PROXY === '1',
    web: env.MUSUBI_WEB ?? BUILT,
  };
}

/** Whether an address is of this machine alone: what leads from there leads nobody else. */
export const isOfOneMachine = (at: string) =>
  /^(?:localhost|127\.|\[::1\]|.*\.localhost$)/.test(new URL(at).hostname);

function linksFrom(given: string | undefined, at: string): string {
  if (given === 'off') return '';
  if (!given) return new URL(at).origin;
  const said = given.replace(/\/+$/, '');
  if (!address.safeParse(said).success || new URL(said).origin !== said)
    throw new SettingError('MUSUBI_LINKS', 'an http or https address without a path, or off', given);
  return said;
}
