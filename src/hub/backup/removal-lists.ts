import { appendFileSync, closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ROLES } from '../../team/hub-api.ts';

/**
 * What no restore may undo: who was removed, demoted, unlisted or erased, one line of JSON each, in files that are in no backup.
 */
export const LISTS = { removed: 'removed.jsonl', erased: 'erased.jsonl' } as const;

const Removed = z.object({
  member: z.optional(z.string()),
  device: z.optional(z.int()),
  /** A member who unlisted their name. */
  unlisted: z.optional(z.string()),
  /** A member whose role was lowered, and to which. */
  lowered: z.optional(z.string()),
  role: z.optional(z.enum(ROLES)),
  at: z.number(),
});
export type Removed = z.infer<typeof Removed>;
const Erased = z.object({ member: z.string() });

/** Appends a line; it is on the disk when this returns. A torn line before it is ended first. */
export function addLine(folder: string, list: keyof typeof LISTS, line: object): void {
  const file = join(folder, LISTS[list]);
  const start = endsInLine(file) ? '' : '\n';
  appendFileSync(file, `${start}${JSON.stringify(line)}\n`, { flush: true, mode: 0o600 });
}

function endsInLine(file: string): boolean {
  if (!existsSync(file)) return true;
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const last = Buffer.alloc(1);
    return size === 0 || (readSync(descriptor, last, 0, 1, size - 1) === 1 && last[0] === 0x0a);
  } finally {
    closeSync(descriptor);
  }
}

/** The readable lines of a list. A line torn by a full disk or a kill was never acknowledged, and must not prevent a start. */
function linesOf<Line>(folder: string, list: keyof typeof LISTS, schema: z.ZodMiniType<Line>): Line[] {
  const file = join(folder, LISTS[list]);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const { success, data } = schema.safeParse(parsed(line));
      return success ? [data] : [];
    });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export const removedIn = (folder: string): Removed[] => linesOf(folder, 'removed', Removed);
export const erasedIn = (folder: string): string[] =>
  linesOf(folder, 'erased', Erased).map(({ member }) => member);

/** Adds removals that are in the store but not in the list, because of a kill or a full disk. */
export function noteMissing(folder: string, removals: readonly Removed[]): void {
  const known = new Set(removedIn(folder).map(({ member, device }) => `${member} ${device}`));
  for (const removal of removals)
    if (!known.has(`${removal.member} ${removal.device}`)) addLine(folder, 'removed', removal);
}
