import { type IncomingHttpHeaders, request } from 'node:http';
import type { LinkCommand } from '../../src/link/commands.ts';
import type { Command, Joined } from '../../src/team/hub-api.ts';
import { monthOf, type Role } from '../../src/workspace/room.ts';
import { type Device, type Identity, inviteIn, joinAs, openRoom, tokenOf } from '../bench/device.ts';
import type { HubSetup } from './attack.ts';
import { HubProcess } from './hub-process.ts';
import { type LineOptions, RawLine } from './line.ts';
import { RawSocket, type SocketOptions } from './raw-socket.ts';
import { stopwatch } from './run-delay.ts';
import { until } from './until.ts';

/** Somebody of the team, with one device that has signed in. */
export interface Person {
  readonly name: string;
  readonly identity: Identity;
  readonly joined: Joined;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The address of this machine's own network that it comes from: 127.0.0.2 and so on (Linux). */
  readonly from?: string;
}

/** A real hub in a process of its own, and what people and strangers do to it over the wire. */
export class HubUnderAttack {
  readonly folder: string;
  readonly setup: HubSetup;
  process: HubProcess;
  port = 0;
  /** The first admin's link where nobody founded the team yet. */
  invite = '';
  /** Called whenever its process is another. */
  restarted: () => unknown = () => undefined;
  private founder: Person | null = null;
  private readonly opened: (() => unknown)[] = [];
  private sessions = 0;

  constructor(folder: string, setup: HubSetup) {
    this.folder = folder;
    this.setup = setup;
    this.process = new HubProcess(folder, setup);
  }

  static async start(folder: string, setup: HubSetup): Promise<HubUnderAttack> {
    const hub = new HubUnderAttack(folder, setup);
    Object.assign(hub, await hub.process.started());
    if (setup.founded === false) return hub;
    hub.invite = await hub.process.invited();
    await hub.found('Ann');
    return hub;
  }

  /** The first admin joins. */
  async found(name: string): Promise<Person> {
    this.founder = await this.joinBy(inviteIn(this.invite), name);
    return this.founder;
  }

  get admin(): Person {
    if (!this.founder) throw new Error('nobody founded this team');
    return this.founder;
  }

  /** Starts it again on the same folder, at the same port; whoever asks signs in again (`signIn`). */
  async restart(setup: HubSetup = this.setup): Promise<void> {
    if (!this.process.ended) await this.process.signal('SIGTERM');
    this.process = new HubProcess(this.folder, setup, this.port);
    Object.assign(this, await this.process.started());
    this.restarted();
    if (this.founder) this.founder = await this.signIn(this.founder);
  }

  /** A new session of somebody's device. */
  async signIn(person: Person): Promise<Person> {
    return { ...person, token: await tokenOf(this.port, person.identity) };
  }

  /** Somebody new, by an invite of the admin's. */
  async join(role: Role, name: string): Promise<Person> {
    const { made } = await this.must({
      do: 'invite.make',
      role,
      group: '',
      region: '',
      uses: 1,
      days: 7,
    });
    return this.joinBy(made as { invite: string; secret: string }, name);
  }

  async joinBy(invite: { invite: string; secret: string }, name: string): Promise<Person> {
    const identity = await joinAs(this.port, { invite: invite.invite, secret: invite.secret }, name);
    return { name, identity, joined: identity.joined, token: await tokenOf(this.port, identity) };
  }

  /** A command; its answer as it came. */
  do(command: Command | LinkCommand, by: Person = this.admin): Promise<Answer> {
    return this.post('/api/do', command, by.token);
  }

  /** A command that an honest admin gives; throws where it is refused. */
  async must(command: Command | LinkCommand, by: Person = this.admin): Promise<Record<string, unknown>> {
    const { status, body } = await this.do(command, by);
    if (status !== 200) throw new Error(`${command.do}: ${status} ${body}`);
    return JSON.parse(body);
  }

  post(path: string, body: unknown, token = '', more: Request = {}): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    return this.ask(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...more,
      headers: { ...headers, ...more.headers },
    });
  }

  /** A request as it is written here: nothing is tidied on the way. */
  ask(path: string, { method = 'GET', headers = {}, body, from }: Request = {}): Promise<Answer> {
    const sent = { host: `127.0.0.1:${this.port}`, ...headers };
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: this.port, path, method, headers: sent, agent: false };
      const asked = request({ ...options, ...(from && { localAddress: from }) }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      });
      asked.on('error', reject).end(body);
    });
  }

  /** A line on which bytes are written by hand. */
  line(options: LineOptions = {}): Promise<RawLine> {
    return this.kept(RawLine.open(this.port, options));
  }

  /** A request of which the head and so many bytes of the body are sent; the rest on `line.rest()`. */
  async half(path: string, body: string, sent: number, { method = 'POST', headers = {} }: Request = {}) {
    const line = await this.line();
    line.begin({ method, path, headers, host: `127.0.0.1:${this.port}`, body, sent });
    return line;
  }

  /** A WebSocket on which frames are written by hand. */
  socket(options: SocketOptions = {}): Promise<RawSocket> {
    return this.kept(RawSocket.open(this.port, options));
  }

  /** A socket that has opened a room as this person: `update` and `answer` are then of that room. */
  async inRoom(person: Person, room: string): Promise<RawSocket> {
    const socket = await this.socket();
    const said = await socket.auth(room, person.token);
    if (said !== 'authenticated') throw new Error(`${person.name} in ${room}: ${said}`);
    return socket;
  }

  /** A device as ours are, with a room open and in step (Yjs and its provider). `held`: what it has already. */
  async open(person: Person, room: string, held?: Uint8Array): Promise<Device> {
    const { identity } = person;
    const token = () => tokenOf(this.port, identity);
    // Another session of the same device each time: no client id writes twice from its start.
    this.sessions += 1;
    const session = 10_000 + this.sessions;
    const device = openRoom(this.port, room, identity.joined.device, token, held, session);
    this.opened.push(device.close);
    await until(() => device.provider.synced, `${person.name} in step in ${room}`);
    return device;
  }

  /** All that a device wrote is answered. */
  answered({ provider }: Device): Promise<void> {
    return until(() => !provider.hasUnsyncedChanges, 'an answer to what was written');
  }

  /** Its clock now, UTC ms. */
  async now(): Promise<number> {
    return (await this.process.about()).now;
  }

  /** Turns its clock by so many ms. */
  async turn(ms: number): Promise<void> {
    await this.process.about({ turn: ms });
  }

  /** The library of this month, by its clock. */
  async library(): Promise<string> {
    return `library/${monthOf(await this.now())}`;
  }

  /** A member's own room of this month. */
  async own({ joined }: Person): Promise<string> {
    return `member/${joined.member}/${monthOf(await this.now())}`;
  }

  /** CPU that the hub uses while something is done, ms: other processes' work is not in it. */
  async cost(act: () => Promise<unknown>): Promise<number> {
    const { cpuMs } = await this.process.about();
    await act();
    return (await this.process.about()).cpuMs - cpuMs;
  }

  /** How long something takes, ms, without what other processes of the machine took from the hub and from us. */
  async took(act: () => Promise<unknown>): Promise<number> {
    const elapsed = stopwatch(this.process.child.pid);
    await act();
    return elapsed();
  }

  isReady(): Promise<boolean> {
    return this.ask('/readyz').then(
      ({ status }) => status === 200,
      () => false,
    );
  }

  /** Closes whatever an attack left open. */
  sweep(): void {
    for (const close of this.opened.splice(0)) close();
  }

  async close(): Promise<void> {
    this.sweep();
    if (!this.process.ended) await this.process.signal('SIGKILL');
  }

  private async kept<Opened extends { close: () => void }>(opening: Promise<Opened>): Promise<Opened> {
    const opened = await opening;
    this.opened.push(() => opened.close());
    return opened;
  }
}
