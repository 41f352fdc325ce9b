/** Spans a person can look at. `any` has days of its own. */
export const SPAN_KINDS = ['week', 'four', 'year', 'any'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** Days since 1970-01-01, both within. */
export interface Days {
  readonly from: number;
  readonly to: number;
}
export interface Span extends Days {
  readonly kind: SpanKind;
}

const LENGTHS: Record<Exclude<SpanKind, 'any'>, number> = { week: 7, four: 28, year: 365 };
/** No span is longer: what a date field lets through by mistake must not ask for a million days. */
const LONGEST = 3660;

/** The span of a kind that ends today. `any` takes its own two days, in either order. */
export function spanOf(kind: SpanKind, today: number, own: Days = { from: today - 27, to: today }): Span {
  if (kind !== 'any') return { kind, from: today - LENGTHS[kind] + 1, to: today };
  const to = Math.max(own.from, own.to);
  return { kind, from: Math.max(Math.min(own.from, own.to), to - LONGEST + 1), to };
}

/** How many days a span has. */
export function lengthOf({ from, to }: Days): number {
  return to - from + 1;
}

/** The span of the same length right before. */
export function spanBefore(span: Days): Days {
  return { from: span.from - lengthOf(span), to: span.from - 1 };
}

/** A day as a date field has it, e.g. 2026-11-24. */
export function toDateField(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The day of a date field; null where it is empty or no date. */
export function fromDateField(value: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at / 86_400_000;
}
