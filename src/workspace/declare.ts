import type { Dexie, Table } from 'dexie';
import type * as z from 'zod/mini';
import type { PlainKey } from '../i18n/translate.ts';
import type { Troubles } from './trouble.ts';

/** Whether rows leave the device. `never`: they stay here. `room`: parts of them are shared with the team, if there is one. */
export type Leaves = 'never' | 'room';

/** A row as it is before and after a change; `before` is null for one that is new. */
export interface RowChange<Row extends object = object> {
  readonly before: Row | null;
  readonly after: Row;
}

/** Ids that an import replaced by the id of the row that stands here already, by table name. */
export type Moved = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** How a table travels in an archive, where the defaults do not do. All functions are pure but for `written`. */
export interface Archiving<Row extends object = object> {
  /** Tables of a higher rank are brought back first, since rows of others point to theirs. Absent: 0. */
  readonly rank?: number;
  /** Two rows of one key that differ. Joining the same row again must change nothing. */
  merge?(mine: Row, theirs: Row): Row;
  /** A row that comes in, pointed to the rows that stand here. */
  follow?(row: Row, moved: Moved): Row;
  /** What the schema cannot say of a row that comes in, e.g. that a picture's bytes are one. */
  fits?(row: Row): Promise<boolean> | boolean;
  /** Tables that `written` writes, in the same transaction as the rows. */
  readonly alongside?: readonly TableDeclaration[];
  written?(workspace: Workspace, changes: readonly RowChange<Row>[]): Promise<void>;
}

/**
 * A local table as a capability declares it. The privacy page, export and backup are generated from these values, so no
 * table can exist without a purpose.
 */
export interface TableDeclaration<Row extends object = object> {
  readonly name: string;
  readonly row: z.ZodMiniType<Row>;
  /** Dexie index syntax, primary key first: https://dexie.org/docs/Version/Version.stores() */
  readonly indexes: string;
  /** Key of the message that names the table for a person. */
  readonly title: PlainKey;
  /** Key of the message that tells the person what the table is for. */
  readonly purpose: PlainKey;
  readonly leaves: Leaves;
  /** Retention of a row in days, or `always` until the person deletes it. */
  readonly keep: number | 'always';
  /** Events are about its rows, by their keys. */
  readonly subject?: true;
  /** Bytes that a row stands for outside its table: the privacy page adds them. */
  outside?(row: Row): number;
  /** It holds what is the team's, and goes when this device is in the team no longer. */
  readonly ofTeam?: true;
  /** The version of the diary that it came with, or that its indexes changed with. Absent: one of the first six. */
  readonly since?: number;
  /** `derived`: it follows from others or is this device's alone, so it is in no archive. Absent: by the defaults. */
  readonly archive?: 'derived' | Archiving<NoInfer<Row>>;
  /** Indexed field with the moment (UTC ms) from which a row's days are counted. Without it no row grows old. */
  readonly ages?: string;
  /** Lives in days that the person may choose instead of `keep`; all of them shorter. */
  readonly choices?: readonly number[];
  /**
   * Indexed field with the moment (UTC ms) at which a row was taken back, 0 while it stands; and for how many days it
   * can come back.
   */
  readonly trash?: { readonly by: string; readonly days: number };
  /** Rows that stay however old they are: others still point to them. */
  spares?(row: Row): boolean;
  /** What is left of a row once a site is deleted: itself, a part of it, or null where it goes. Must be pure. */
  withoutSite?(row: Row, site: string): Row | null;
}

/** The person's diary, open in this context. */
export interface Workspace {
  readonly diary: Dexie;
  /** Every table of the diary. */
  readonly tables: readonly TableDeclaration[];
  /** What is wrong with the connection itself, for a page to say. */
  readonly troubles: Troubles;
  /**
   * Rows of a declared table, for queries, deletions and changes of rows that were checked. What is new is written by `put`
   * and `addOnce`, which check it.
   */
  rows<Row extends object>(declaration: TableDeclaration<Row>): Table<Row, string | number>;
  /** Adds or replaces a checked row. Throws a ZodError on a row that does not fit its schema. */
  put<Row extends object>(declaration: TableDeclaration<Row>, row: Row): Promise<void>;
  /** Adds a row unless its key is there already. True if it was added: writing twice changes nothing. */
  addOnce<Row extends object>(declaration: TableDeclaration<Row>, key: string, row: Row): Promise<boolean>;
  /** One transaction over the named tables: all of it is written, or none. */
  together<T>(tables: readonly TableDeclaration[], work: () => Promise<T>): Promise<T>;
  close(): void;
}

/** What was taken back can come back for a month. */
export const TRASH = { by: 'undone', days: 30 } as const;

/** A message between contexts: its name, and the schemas of the request and the answer. */
export interface MessageDeclaration<Name extends string = string, Ask = unknown, Answer = unknown> {
  readonly name: Name;
  readonly ask: z.ZodMiniType<Ask>;
  readonly answer: z.ZodMiniType<Answer>;
  /** Who may send it. `page`: a content script in a foreign page. `own`: our own pages only. */
  readonly from: 'page' | 'own';
  /** Key of the message that tells the person what a page's script learns by the answer. */
  readonly tells?: PlainKey;
}

/** A message as it is declared: one that a page's script may send says what that script learns. */
type Declaring<Name extends string, Ask, Answer> = MessageDeclaration<Name, Ask, Answer> &
  ({ readonly from: 'page'; readonly tells: PlainKey } | { readonly from: 'own' });

/** Declares a table; the row's type follows from its schema. */
export function table<Row extends object>(declaration: TableDeclaration<Row>): TableDeclaration<Row> {
  return declaration;
}

/** Declares a message; the types of asking and answering follow from its schemas. */
export function message<Name extends string, Ask, Answer>(
  declaration: Declaring<Name, Ask, Answer>,
): MessageDeclaration<Name, Ask, Answer> {
  return declaration;
}

export type RowOf<T> = T extends TableDeclaration<infer Row> ? Row : never;
export type AskOf<M> = M extends MessageDeclaration<string, infer Ask, unknown> ? Ask : never;
export type AnswerOf<M> = M extends MessageDeclaration<string, unknown, infer Answer> ? Answer : never;
