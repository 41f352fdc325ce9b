import type * as z from 'zod/mini';
import type { PlainKey } from '../i18n/translate.ts';

/** Whether rows leave the device. `never`: they stay here. `room`: parts of them are shared with the team, if there is one. */
export type Leaves = 'never' | 'room';

/**
 * A local table as a capability declares it. The privacy page, export and backup are generated from these values, so no
 * table can exist without a purpose.
 */
export interface TableDeclaration<Row extends object = object> {
  readonly name: string;
  readonly row: z.ZodMiniType<Row>;
  /** Dexie index syntax, primary key first: https://dexie.org/docs/Version/Version.stores() */
  readonly indexes: string;
  /** Key of the message that tells the person what the table is for. */
  readonly purpose: PlainKey;
  readonly leaves: Leaves;
  /** Retention of a row in days, or `always` until the person deletes it. */
  readonly keep: number | 'always';
  /** It holds what is the team's, and goes when this device is in the team no longer. */
  readonly ofTeam?: true;
}

/** A message between contexts: its name, and the schemas of the request and the answer. */
export interface MessageDeclaration<Name extends string = string, Ask = unknown, Answer = unknown> {
  readonly name: Name;
  readonly ask: z.ZodMiniType<Ask>;
  readonly answer: z.ZodMiniType<Answer>;
  /** Who may send it. `page`: a content script in a foreign page. `own`: our own pages only. */
  readonly from: 'page' | 'own';
}

/** Declares a table; the row's type follows from its schema. */
export function table<Row extends object>(declaration: TableDeclaration<Row>): TableDeclaration<Row> {
  return declaration;
}

/** Declares a message; the types of asking and answering follow from its schemas. */
export function message<Name extends string, Ask, Answer>(
  declaration: MessageDeclaration<Name, Ask, Answer>,
): MessageDeclaration<Name, Ask, Answer> {
  return declaration;
}

export type RowOf<T> = T extends TableDeclaration<infer Row> ? Row : never;
export type AskOf<M> = M extends MessageDeclaration<string, infer Ask, unknown> ? Ask : never;
export type AnswerOf<M> = M extends MessageDeclaration<string, unknown, infer Answer> ? Answer : never;
