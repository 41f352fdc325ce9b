import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { HubSettings } from '../settings.ts';
import { networkOf } from './address.ts';
import { isFromProxy, MissingLists, sourceOf } from './client-address.ts';
import { boundsOf, type ConnectionBounds, Connections, descriptorLimit } from './connections.ts';
import { hostIn, hostsOf, namesOf } from './hosts.ts';
import { boundRequest, type Unfit } from './request.ts';

type Settings = Pick<HubSettings, 'address' | 'links' | 'names' | 'proxies'>;

/**
 * The time to send a request's headers, ms, against clients that occupy connections by sending slowly; how often it is
 * checked.
 */
const HEADERS_MS = 10_000;
const CHECK_MS = 2000;
/** The time to send a whole request, headers and body, ms. */
const REQUEST_MS = 30_000;
/**
 * Keep-alive between two requests, ms: behind a proxy longer than the proxy's own, or it would send a request into a closing
 * connection.
 */
const REST_MS = { direct: 10_000, proxied: 75_000 };

export function timeoutsOf({ proxies }: Settings, requestTimeout = REQUEST_MS) {
  return {
    requestTimeout,
    headersTimeout: Math.min(HEADERS_MS, requestTimeout),
    connectionsCheckingInterval: Math.min(CHECK_MS, requestTimeout / 4),
    keepAliveTimeout: proxies ? REST_MS.proxied : REST_MS.direct,
    // Health probes may send no `Host`; any other request without one is refused by `boundRequest`.
    requireHostHeader: false,
    // Offers of other protocols (HTTP/2 in clear text, by Java's client) are not taken: the request is answered as it is.
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  };
}

/** The hub's border to the network: its host names, the addresses of clients, and their connections. */
export class Edge {
  readonly connections: Connections;
  private readonly settings: Settings;
  private readonly deviceOf: (token: string) => number | null;
  private readonly missingLists = new MissingLists();
  private names: ReadonlySet<string> = new Set();
  /** The last `Host` header and whether it named this hub, cached since most requests send the same. */
  private last = { header: '', isOurs: false };
  private ownHosts: ReadonlySet<string> = new Set();

  constructor(
    settings: Settings,
    deviceOf: (token: string) => number | null,
    bounds: ConnectionBounds = boundsOf(descriptorLimit()),
  ) {
    this.settings = settings;
    this.deviceOf = deviceOf;
    this.connections = new Connections(bounds);
  }

  /** Called once the port is known. */
  listensOn(port: number): void {
    const { address, links, names = [] } = this.settings;
    const addresses = links ? [address, links] : [address];
    this.ownHosts = hostsOf(addresses, names, port);
    this.names = namesOf(addresses, names);
  }

  /** The hub's own hosts, which are no valid link targets. */
  get hosts(): ReadonlySet<string> {
    return this.ownHosts;
  }

  /** Whether a `Host` header names this hub, in any spelling and with any port. */
  isOurHost(header: string): boolean {
    if (this.last.header !== header) this.last = { header, isOurs: this.names.has(hostIn(header)) };
    return this.last.isOurs;
  }

  /** The client's address; behind trusted proxies the one that they report. */
  addressOf(request: IncomingMessage): string {
    return sourceOf(request, this.settings.proxies, this.missingLists);
  }

  /** The client's network: the key of every limit by origin. */
  networkOf(request: IncomingMessage): string {
    return networkOf(this.addressOf(request)).own;
  }

  /** Counts a new connection for its network; a proxy's connection counts for each request's sender in turn. */
  connected(socket: Socket): void {
    if (this.isProxied(socket)) this.connections.addProxied(socket);
    else this.connections.add(socket, networkOf(socket.remoteAddress ?? '').own);
  }

  private isProxied({ remoteAddress }: Socket): boolean {
    return isFromProxy(remoteAddress, this.settings.proxies);
  }

  /** Bounds a request before anything reads it, and notes whose connection it came over; the status it is refused with. */
  received(request: IncomingMessage, response: ServerResponse): Unfit | null {
    const refused = boundRequest(request, (host) => this.isOurHost(host));
    const { socket } = request;
    const token = /^Bearer ([\w-]{1,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const device = token ? this.deviceOf(token) : null;
    if (this.isProxied(socket)) {
      this.connections.serve(socket, this.networkOf(request), device);
      response.once('close', () => this.connections.rest(socket));
      return refused;
    }
    this.connections.touch(socket);
    if (device !== null) this.connections.authenticate(socket, device);
    return refused;
  }
}
