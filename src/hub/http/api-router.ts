import type { IncomingMessage } from 'node:http';
import type { Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { Refused } from '../../team/hub-api.ts';
import type { Role, Who } from '../../workspace/room.ts';
import type { Edge } from '../edge/edge.ts';
import type { Outgoing, Taker } from '../outgoing/outgoing.ts';
import { type Source, TextSource, WholeSource } from '../outgoing/sources.ts';
import type { People } from '../people/people.ts';
import type { Sessions } from '../people/sessions.ts';
import type { IncomingBodies } from './incoming-bodies.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { addressOf } from './origin.ts';
import { RateLimits } from './rate-limits.ts';
import { refuse } from './refuse.ts';

type Reason = Refused['refused'];
/** An answer: a JSON value, or JSON text that is produced while it is read. */
type Answer = Response | object | Streamed;

/** JSON that is produced while it is read. `holds`: bytes of memory that producing it may take. */
export class Streamed {
  readonly parts: AsyncIterable<string>;
  readonly holds: number;
  constructor(parts: AsyncIterable<string>, holds: number) {
    this.parts = parts;
    this.holds = holds;
  }
}

/** A signed-in device sent a request: from which address, by which user agent. */
export interface DeviceSeen {
  readonly member: string;
  readonly source: string;
  readonly agent: string;
}

/** The parts of the hub that the door uses. */
export interface RouterParts {
  readonly now: () => number;
  readonly edge: Edge;
  readonly sessions: Sessions;
  readonly people: People;
  readonly incomingBodies: IncomingBodies;
  readonly outgoing: Outgoing;
}

/** Longer answers are streamed, bytes. */
const LONG = 16 << 10;
/** Queries of one member over all devices: a screen makes a handful of them when it opens. */
const QUERIES = { most: 1000, perSecond: 20 };
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Who sent a request, as the hub's rows say at this moment. */
export interface Caller extends Who {
  readonly device: number;
}

/** A request whose body was read in full, with its sender as of now. */
export interface Authorised<Body> {
  readonly caller: Caller;
  readonly body: Body;
  readonly c: Context;
}

/** Reads a body; a reason if it is refused. */
type Read<Body> = (c: Context, caller: Caller) => Promise<{ readonly body: Body } | Reason>;

export interface Terms<Body> {
  readonly roles: readonly Role[];
  readonly read: Read<Body>;
}

/** A JSON body by its schema. */
export const json =
  <Body>(schema: z.ZodMiniType<Body>) =>
  async (c: Context): Promise<{ body: Body } | 'form'> => {
    const { success, data } = schema.safeParse(await c.req.json().catch(() => undefined));
    return success ? { body: data as Body } : 'form';
  };

/** Reads a body to its end and ignores it. */
export const nothing = async (c: Context): Promise<{ body: null }> => {
  await c.req.arrayBuffer().catch(() => undefined);
  return { body: null };
};

/**
 * The only place where routes learn who sent a request. A body may arrive minutes after its headers, and its sender may have
 * been removed or demoted meanwhile: the role is checked before the body, so that a stranger's is not read, and again after
 * it, in the same turn in which the route begins to act. No route checks by itself (the house test enforces that).
 */
export class ApiRouter {
  private readonly app: Hono;
  private readonly hub: RouterParts;
  private readonly deviceSeen: (seen: DeviceSeen) => void;
  private readonly turns = new KeyedQueue();
  private readonly queries: RateLimits;
  constructor(app: Hono, hub: RouterParts, deviceSeen: (seen: DeviceSeen) => void) {
    this.app = app;
    this.hub = hub;
    this.deviceSeen = deviceSeen;
    this.queries = new RateLimits(QUERIES, hub.now);
  }

  /** A route that needs no session. */
  open<Body>(
    path: string,
    schema: z.ZodMiniType<Body>,
    answer: (body: Body, c: Context) => Promise<Answer> | Answer,
  ): void {
    this.app.post(path, async (c) => {
      const read = await json(schema)(c);
      return read === 'form' ? refuse(c, 'form') : brief(c, await answer(read.body, c));
    });
  }

  /** A route that changes something. What it does after its first turn has to check the role again in its transaction. */
  command<Body>(
    path: string,
    terms: Terms<Body>,
    act: (request: Authorised<Body>) => Promise<Answer> | Answer,
  ): void {
    this.app.post(path, this.handler(terms, act));
  }

  /**
   * A route that only reads. One query of a member runs at a time, so that only one answer of theirs is in memory. The
   * sender's role is checked a third time before the answer leaves.
   */
  query<Body>(
    path: string,
    terms: Terms<Body>,
    read: (request: Authorised<Body>) => Promise<Answer> | Answer,
  ): void {
    const inTurn = (request: Authorised<Body>): Promise<Answer> | Answer => {
      const { member } = request.caller;
      if (!this.queries.take(member)) return { refused: 'rate' };
      return this.turns.run(member, async () => read(request));
    };
    this.app.post(path, this.handler(terms, this.rechecked(terms.roles, inTurn)));
  }

  /** A route for the bytes of media, by other HTTP methods. */
  media<Body>(
    methods: readonly ('HEAD' | 'GET' | 'PUT')[],
    terms: Terms<Body>,
    answer: (request: Authorised<Body>) => Promise<Answer> | Answer,
  ): void {
    const checked = methods.includes('PUT') ? answer : this.rechecked(terms.roles, answer);
    this.app.on([...methods], '/media/:hash', this.handler(terms, checked));
  }

  private handler<Body>(
    { roles, read }: Terms<Body>,
    act: (request: Authorised<Body>) => Promise<Answer> | Answer,
  ): (c: Context) => Promise<Response> {
    return async (c) => {
      const before = this.callerOf(c, roles);
      if (typeof before === 'string') return refuse(c, before);
      const body = await this.hub.incomingBodies.body(before.device, roles, () => read(c, before));
      const caller = this.callerOf(c, roles);
      if (typeof caller === 'string') return cutOff(c, caller);
      // Own clicks are recognised by the day's salted hash, so a device that stays signed in over midnight is noted anew.
      const [source, agent] = [addressOf(this.hub.edge, c), c.req.header('user-agent') ?? ''];
      this.deviceSeen({ member: caller.member, source, agent });
      if (typeof body === 'string') return refuse(c, body);
      const answer = await act({ caller, body: body.body, c });
      return this.sent(c, answer, { ...caller, roles });
    };
  }

  /** Sends an answer; a long one is streamed within the memory limit of all outgoing answers. */
  private sent(c: Context, answer: Answer, taker: Taker): Response {
    if (answer instanceof Response) return answer;
    if (answer instanceof Streamed)
      return this.streamed(c, new TextSource(answer.parts, answer.holds), taker);
    const refused = Refused.safeParse(answer);
    if (refused.success) return refuse(c, refused.data.refused, refused.data);
    const text = JSON.stringify(answer);
    if (text.length <= LONG) return c.body(text, 200, JSON_TYPE);
    const bytes = Buffer.from(text);
    c.header('Content-Length', String(bytes.byteLength));
    return this.streamed(c, new WholeSource(bytes), taker);
  }

  private streamed(c: Context, source: Source, taker: Taker): Response {
    const stream = this.hub.outgoing.stream(source, taker);
    if (stream) return c.body(stream, 200, JSON_TYPE);
    c.header('Content-Length', undefined);
    return refuse(c, 'rate');
  }

  private rechecked<Body>(
    roles: readonly Role[],
    read: (request: Authorised<Body>) => Promise<Answer> | Answer,
  ): (request: Authorised<Body>) => Promise<Answer> {
    return async (request) => {
      const answer = await read(request);
      const caller = this.callerOf(request.c, roles);
      return typeof caller === 'string' ? { refused: caller } : answer;
    };
  }

  /**
   * The sender by the token in the header; a reason if it is missing or expired, the member removed, or the role not allowed.
   */
  private callerOf(c: Context, roles: readonly Role[]): Caller | 'session' | 'role' {
    const token = /^Bearer ([\w-]+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const device = token ? this.hub.sessions.deviceOf(token) : null;
    const who = device === null ? null : this.hub.people.whoOf(device);
    if (device === null || !who) return 'session';
    return roles.includes(who.role) ? { ...who, device } : 'role';
  }
}

/** Answers of routes without a session are small, and sent at once. */
function brief(c: Context, answer: Answer): Response {
  if (answer instanceof Response) return answer;
  const { success, data } = Refused.safeParse(answer);
  return success ? refuse(c, data.refused, data) : c.json(answer);
}

/** Refuses a request whose body is still arriving, and closes the connection rather than read the rest. */
function cutOff(c: Context, reason: Reason): Response {
  const { incoming } = c.env as { incoming?: IncomingMessage };
  const answer = refuse(c, reason);
  if (incoming && !incoming.complete) answer.headers.set('Connection', 'close');
  return answer;
}
