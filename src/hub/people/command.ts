import type * as z from 'zod/mini';
import type { Role } from '../../workspace/room.ts';
import type { HubContext } from '../context.ts';
import type { Act, Answer } from './authorised-transaction.ts';

/** What every command has: its name. */
export interface CommandForm {
  readonly do: string;
}

/** What a command runs with: its capability's service, and `act`, which authorises its transaction. */
export interface Running<Service> {
  readonly service: Service;
  readonly hub: HubContext;
  readonly act: Act;
}

/** A command of the hub: the roles that may run it, the schema of what they send, and what it does. */
export interface HubCommand<Service, Form extends CommandForm = CommandForm> {
  readonly roles: readonly Role[];
  readonly schema: z.ZodMiniType<Form>;
  /** What the audit records: whom or what it concerned, by ids alone. */
  about?(form: Form): readonly unknown[];
  /** Whether it changes the sender's own record; the audit has a separate limit for those. */
  readonly isOwn?: boolean;
  /** Whether everybody sees its effect, so that it is limited more strictly. */
  readonly isShown?: boolean;
  /** Whether it is exempt from rate limits. */
  isFree?(form: Form): boolean;
  run(form: Form, running: Running<Service>): Promise<Answer>;
}

export type HubCommands<Service> = Readonly<Record<string, HubCommand<Service>>>;

/** Declares a command; its form's type follows from its schema. */
export function command<Service, Form extends CommandForm>(
  declared: HubCommand<Service, Form>,
): HubCommand<Service> {
  return declared;
}

/** Which rate limits apply to a command. */
export const paceOf = <Service>(command: HubCommand<Service>, form: CommandForm) => ({
  isFree: command.isFree?.(form) ?? false,
  isShown: command.isShown ?? false,
});
