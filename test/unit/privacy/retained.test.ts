import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/declarations.ts';
import { daysKept } from '../../../src/privacy/retained.ts';
import { RETAINED } from '../../../src/retained.ts';

describe('what is kept for how long', () => {
  it('is said of every table', () => {
    const said = RETAINED.keepings.map(({ table }) => table.name).sort();
    expect(said).toEqual(TABLES.map(({ name }) => name).sort());
  });

  it('can be done: a table that is not kept for ever has its moment, and that is indexed', () => {
    for (const { table, ages, choices, trash } of RETAINED.keepings) {
      if (trash) expect(table.indexes.split(/,\s*/), table.name).toContain(trash.by);
      if (table.keep === 'always' && !choices) continue;
      expect(table.indexes.split(/,\s*/), table.name).toContain(ages);
    }
  });

  it('is never longer by choice than declared, and holds where the choice is none of those offered', () => {
    for (const one of RETAINED.keepings) {
      const { table, choices = [] } = one;
      for (const days of choices) {
        if (table.keep !== 'always') expect(days).toBeLessThan(table.keep);
        expect(daysKept(one, days)).toBe(days);
      }
      expect(daysKept(one, 1)).toBe(table.keep);
      expect(daysKept(one, undefined)).toBe(table.keep);
    }
  });
});
