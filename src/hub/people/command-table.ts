import * as z from 'zod/mini';
import type { Role } from '../../workspace/room.ts';
import type { HubContext } from '../context.ts';
import { type Answer, authorisedTransaction, refused } from './authorised-transaction.ts';
import { type CommandForm, type HubCommand, type HubCommands, paceOf } from './command.ts';
import type { MemberLimits } from './member-limits.ts';

/** Commands of one owner, with the service that they run with. */
export interface Served<Service = unknown> {
  readonly commands: HubCommands<Service>;
  readonly service: Service;
}

interface Entry {
  readonly command: HubCommand<unknown>;
  readonly service: unknown;
}

/** A command that a device sent, checked by its schema. */
export interface ReceivedCommand extends Entry {
  readonly form: CommandForm;
}

const Named = z.object({ do: z.string() });

/** All commands of a hub, by name. */
export class Commands {
  private readonly entries = new Map<string, Entry>();
  private readonly hub: HubContext;
  private readonly limits: MemberLimits;

  /** Throws if two commands have the same name. */
  constructor(hub: HubContext, limits: MemberLimits, all: readonly Served[]) {
    this.hub = hub;
    this.limits = limits;
    for (const { commands, service } of all)
      for (const [name, command] of Object.entries(commands)) {
        if (this.entries.has(name)) throw new Error(`two commands are called ${name}`);
        this.entries.set(name, { command, service });
      }
  }

  /** The roles that may run each command. */
  get roles(): ReadonlyMap<string, readonly Role[]> {
    return new Map([...this.entries].map(([name, { command }]) => [name, command.roles]));
  }

  /** The names of commands that change the sender's own record. */
  get own(): readonly string[] {
    return [...this.entries].flatMap(([name, { command }]) => (command.isOwn ? [name] : []));
  }

  /** Parses a command; null if it is unknown or does not fit its schema. */
  read(body: unknown): ReceivedCommand | null {
    const named = Named.safeParse(body);
    const entry = named.success ? this.entries.get(named.data.do) : undefined;
    const form = entry?.command.schema.safeParse(body);
    return entry && form?.success ? { ...entry, form: form.data } : null;
  }

  /** Runs a device's command; its role is checked in the same transaction that writes. */
  run({ command, service, form }: ReceivedCommand, device: number): Promise<Answer> {
    const about = (command.about?.(form) ?? []).map(String).join(' ');
    const act = authorisedTransaction(this.hub, { device, roles: command.roles, what: form.do, about });
    const member = this.hub.people.whoOf(device)?.member ?? '';
    if (!this.limits.mayRun(member, paceOf(command, form))) return Promise.resolve(refused('rate'));
    return this.limits.turns.run(member, device, () => command.run(form, { service, hub: this.hub, act }));
  }
}
