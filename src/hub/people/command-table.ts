import * as z from 'zod/mini';
import type { Role } from '../../workspace/room.ts';
import type { HubContext } from '../context.ts';
import { type Answer, acting, refused } from './acting.ts';
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

/** A command as a device gives it, checked by its schema. */
export interface Given extends Entry {
  readonly form: CommandForm;
}

const Named = z.object({ do: z.string() });

/** Every command that a hub takes, by name. */
export class Commands {
  private readonly entries = new Map<string, Entry>();
  private readonly hub: HubContext;
  private readonly limits: MemberLimits;

  /** Throws where two commands have one name. */
  constructor(hub: HubContext, limits: MemberLimits, all: readonly Served[]) {
    this.hub = hub;
    this.limits = limits;
    for (const { commands, service } of all)
      for (const [name, command] of Object.entries(commands)) {
        if (this.entries.has(name)) throw new Error(`two commands are called ${name}`);
        this.entries.set(name, { command, service });
      }
  }

  /** Who may give which. */
  get roles(): ReadonlyMap<string, readonly Role[]> {
    return new Map([...this.entries].map(([name, { command }]) => [name, command.roles]));
  }

  /** Those about what is the giver's own. */
  get own(): readonly string[] {
    return [...this.entries].flatMap(([name, { command }]) => (command.isOwn ? [name] : []));
  }

  /** Reads a command; null where there is no such, or it does not fit its schema. */
  read(body: unknown): Given | null {
    const named = Named.safeParse(body);
    const entry = named.success ? this.entries.get(named.data.do) : undefined;
    const form = entry?.command.schema.safeParse(body);
    return entry && form?.success ? { ...entry, form: form.data } : null;
  }

  /** Runs a command for a device; whether it may is settled in the transaction that does it. */
  run({ command, service, form }: Given, device: number): Promise<Answer> {
    const about = (command.about?.(form) ?? []).map(String).join(' ');
    const act = acting(this.hub, { device, roles: command.roles, what: form.do, about });
    const member = this.hub.people.whoOf(device)?.member ?? '';
    if (!this.limits.mayRun(member, paceOf(command, form))) return Promise.resolve(refused('rate'));
    return this.limits.turns.run(member, device, () => command.run(form, { service, hub: this.hub, act }));
  }
}
