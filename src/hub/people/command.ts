import type * as z from 'zod/mini';
import type { Role } from '../../workspace/room.ts';
import type { HubContext } from '../context.ts';
import type { Act, Answer } from './acting.ts';

/** What a command is given with: its name, and what it needs. */
export interface CommandForm {
  readonly do: string;
}

/** What a command runs with: the service of its owner, and how its transaction is authorised. */
export interface Running<Service> {
  readonly service: Service;
  readonly hub: HubContext;
  readonly act: Act;
}

/** A command that members give the hub: who may, what they send, and what it does. */
export interface HubCommand<Service, Form extends CommandForm = CommandForm> {
  readonly roles: readonly Role[];
  readonly schema: z.ZodMiniType<Form>;
  /** What the audit has of it: to whom or what it was done, by ids alone. */
  about?(form: Form): readonly unknown[];
  /** Whether it is about what is the giver's own: the audit shows those apart. */
  readonly isOwn?: boolean;
  /** Whether everybody is shown what it does, so that nobody does it all day. */
  readonly isShown?: boolean;
  /** Whether it is never refused for being given too often. */
  isFree?(form: Form): boolean;
  run(form: Form, running: Running<Service>): Promise<Answer>;
}

export type HubCommands<Service> = Readonly<Record<string, HubCommand<Service>>>;

/** Declares a command; what it takes follows from its schema. */
export function command<Service, Form extends CommandForm>(
  declared: HubCommand<Service, Form>,
): HubCommand<Service> {
  return declared;
}

/** How often a command may be given, by what it says of itself. */
export const paceOf = <Service>(command: HubCommand<Service>, form: CommandForm) => ({
  isFree: command.isFree?.(form) ?? false,
  isShown: command.isShown ?? false,
});
