import { monthOf, RANGE } from '../../../../../src/workspace/room.ts';
import { type Device, type Identity, tokenOf } from '../../../../bench/device.ts';
import { TeamHub } from '../../../hub/team.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Somebody {
  readonly identity: Identity;
  readonly token: string;
}

type Figures = Readonly<Record<string, number>>;

/** What a member's device has of a room of results. */
export interface SeenRoom {
  readonly month: {
    readonly rule?: { readonly mode: string; readonly few: number };
    readonly sums?: Figures;
    readonly counts?: Figures;
  };
  readonly days: Readonly<Record<string, { readonly counts: Figures }>>;
  readonly people: Readonly<Record<string, Figures>>;
  readonly totals: Readonly<Record<string, Figures>>;
  readonly materials: Readonly<Record<string, Figures>>;
  readonly channels: Readonly<Record<string, Readonly<Record<string, Figures>>>>;
}

/** A guarded team on a real hub whose clock is turned by hand. */
export class GuardedTeam {
  readonly team: TeamHub;
  readonly people: Somebody[];
  private made = 0;
  private sessions = 0;
  private readonly rooms = new Map<string, Promise<Device>>();

  private constructor(team: TeamHub, people: Somebody[]) {
    this.team = team;
    this.people = people;
  }

  /** With so many members beside the admin; `few`: of how many a sum is at least. */
  static async of(members: number, few: 3 | 5 = 5): Promise<GuardedTeam> {
    const team = await TeamHub.withAdmin({ mode: 'guarded', few });
    const people: Somebody[] = [];
    for (let n = 0; n < members; n += 1) people.push(await team.join('member', `M${n}`));
    return new GuardedTeam(team, people);
  }

  get hub() {
    return this.team.hub.hub;
  }

  get month(): string {
    return monthOf(this.team.now);
  }

  one(n: number): Somebody {
    const found = this.people[n];
    if (!found) throw new Error(`there is no member ${n}`);
    return found;
  }

  idOf = (n: number): string => this.one(n).identity.joined.member;

  /** Somebody shares so many times; answered by the hub, and not folded yet. */
  async shares(who: Somebody, times = 1, more: object = {}): Promise<void> {
    const room = await this.roomOf(who, `member/${who.identity.joined.member}/${this.month}`);
    const at = this.team.now;
    room.doc.transact(() => {
      for (let n = 0; n < times; n += 1) {
        this.made += 1;
        const id = `event-${String(this.made).padStart(6, '0')}`;
        const event = { id, at, day: Math.floor(at / DAY), type: 'opened', channel: 'x', site: 'x' };
        room.doc.getMap('events').set(id, { ...event, item: '', campaign: '', undone: 0, ...more });
      }
    });
    await this.team.answered(room);
  }

  private roomOf(who: Somebody, name: string): Promise<Device> {
    const open = this.rooms.get(name) ?? this.openedAnew(who, name);
    this.rooms.set(name, open);
    return open;
  }

  /** Under a client id that nothing was written by: the hub has what was before. */
  private async openedAnew({ identity }: Somebody, name: string): Promise<Device> {
    const room = await this.team.open(identity, name);
    this.sessions += 1;
    room.doc.clientID = identity.joined.device * RANGE + 10 + this.sessions;
    return room;
  }

  /** Stops the hub, which knows no session of before, and starts it again; in another folder, where one is named. */
  async restart(folder = this.team.folder): Promise<void> {
    this.rooms.clear();
    this.team.closeDevices();
    await this.team.stop();
    await this.team.start(folder);
  }

  /** Those of these numbers, each one time more than the one before. */
  async allShare(from: number, to: number, more: object = {}): Promise<void> {
    const numbers = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    await Promise.all(numbers.map((n) => this.shares(this.one(n), n + 1, more)));
  }

  /** Turns the clock; the steps that are over by then are closed. */
  async turn(ms = HOUR): Promise<void> {
    this.team.now += ms;
    await this.hub.settled();
  }

  /** To a moment of a day of this month or the next, in UTC. */
  async turnTo(at: number): Promise<void> {
    await this.turn(at - this.team.now);
  }

  async command(command: object, who?: Somebody): Promise<unknown> {
    const identity = who?.identity ?? this.team.admin?.identity;
    if (!identity) throw new Error('nobody commands');
    return this.team.ask('/api/do', command, await tokenOf(this.team.hub.port, identity));
  }

  /** What the room of results holds, as a colleague sees it. */
  async seen(month = this.month, by = this.one(0)): Promise<SeenRoom> {
    await this.hub.settled();
    const room = await this.team.open(by.identity, `results/${month}`);
    const of = (root: string) => room.doc.getMap(root).toJSON();
    const all = {
      month: of('month'),
      days: of('days'),
      people: of('people'),
      totals: of('totals'),
      materials: of('materials'),
      channels: of('channels'),
    } as SeenRoom;
    room.close();
    return all;
  }

  async opened(month = this.month): Promise<number | undefined> {
    return (await this.seen(month)).month.sums?.opened;
  }

  close(): Promise<void> {
    return this.team.close();
  }
}
