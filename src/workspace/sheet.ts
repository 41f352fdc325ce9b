import type { PlainKey } from '../i18n/translate.ts';
import type { TableDeclaration } from './declare.ts';

/** A column of a sheet: its heading as a message, and what stands in it. */
export interface Column<Row extends object = object> {
  readonly heading: PlainKey;
  /** `time` is UTC ms; 0 and null stand for none. */
  readonly kind?: 'time';
  value(row: Row): string | number | null;
}

/** How a table's rows become a sheet for Excel and its like. Pure: the archive writes it. */
export interface Sheet<Row extends object = object> {
  readonly table: TableDeclaration<Row>;
  readonly title: PlainKey;
  readonly columns: readonly Column<Row>[];
}

/** Declares a sheet; the type of its rows follows from the table. */
export function sheet<Row extends object>(declaration: Sheet<Row>): Sheet<Row> {
  return declaration;
}
