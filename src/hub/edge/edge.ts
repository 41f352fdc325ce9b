import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { HubSettings } from '../settings.ts';
import { networkOf } from './address.ts';
import { isFromProxy, MissingLists, sourceOf } from './client-address.ts';
import { boundsOf, type ConnectionBounds, Connections, descriptorLimit } from './connections.ts';
import { hostIn, hostsOf, namesOf } from './hosts.ts';
import { boundRequest, type Unfit } from './request.ts';

type Settings = Pick<HubSettings, 'address' | 'links' | 'names' | 'proxies'>;

/** Who sends the head of a request slower than this, ms, holds a connection and asks nothing; how often that is looked at. */
const HEADERS_MS = 10_000;
const CHECK_MS = 2000;
/** Within this a whole request has come, head and body, ms; else it is ended. */
const REQUEST_MS = 30_000;
/** How long a connection may rest between two requests, ms: longer than a proxy, which would send the next one into its end. */
const REST_MS = { direct: 10_000, proxied: 75_000 };

export function timeoutsOf({ proxies }: Settings, requestTimeout = REQUEST_MS) {
  return {
    requestTimeout,
    headersTimeout: Math.min(HEADERS_MS, requestTimeout),
    connectionsCheckingInterval: Math.min(CHECK_MS, requestTimeout / 4),
    keepAliveTimeout: proxies ? REST_MS.proxied : REST_MS.direct,
    // Probes may name no host; whoever else does not is refused by us.
    requireHostHeader: false,
  };
}

/** What stands between the hub and the network: under which names it is reached, from where, and over which connections. */
export class Edge {
  readonly connections: Connections;
  private readonly settings: Settings;
  private readonly deviceOf: (token: string) => number | null;
  private readonly missingLists = new MissingLists();
  private names: ReadonlySet<string> = new Set();
  /** The last `Host` header and whether it named this hub: most requests say the same. */
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

  /** The port that it listens on is known. */
  listensOn(port: number): void {
    const { address, links, names = [] } = this.settings;
    const addresses = links ? [address, links] : [address];
    this.ownHosts = hostsOf(addresses, port);
    this.names = namesOf(addresses, names);
  }

  /** The hub's own hosts, to which no link leads. */
  get hosts(): ReadonlySet<string> {
    return this.ownHosts;
  }

  /** Whether a `Host` header names this hub, in whatever spelling and with whatever port. */
  isOurHost(header: string): boolean {
    if (this.last.header !== header) this.last = { header, isOurs: this.names.has(hostIn(header)) };
    return this.last.isOurs;
  }

  /** The address that a request comes from; behind proxies of one's own the one that they say. */
  addressOf(request: IncomingMessage): string {
    return sourceOf(request, this.settings.proxies, this.missingLists);
  }

  /** The network that a request comes from: the key of every limit by origin. */
  networkOf(request: IncomingMessage): string {
    return networkOf(this.addressOf(request)).own;
  }

  /** Counts a new connection for its network; one of a proxy for whoever asks over it, request by request. */
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
