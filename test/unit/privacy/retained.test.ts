import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/app/declared.ts';
import { RETAINED } from '../../../src/app/retained.ts';
import { daysUntilDeleted } from '../../../src/privacy/retained.ts';

describe('what is stored for how long', () => {
  it('is declared for every table', () => {
    const said = RETAINED.tables.map(({ name }) => name).sort();
    expect(said).toEqual(TABLES.map(({ name }) => name).sort());
  });

  it('can be done: a table that is not stored for ever has its moment, and that is indexed', () => {
    for (const table of RETAINED.tables) {
      const { ages, choices, trash } = table;
      if (trash) expect(table.indexes.split(/,\s*/), table.name).toContain(trash.by);
      if (table.keep === 'always' && !choices) continue;
      expect(table.indexes.split(/,\s*/), table.name).toContain(ages);
    }
  });

  it('is never longer by choice than declared, and holds where the choice is none of those offered', () => {
    for (const table of RETAINED.tables) {
      const { choices = [] } = table;
      for (const days of choices) {
        if (table.keep !== 'always') expect(days).toBeLessThan(table.keep);
        expect(daysUntilDeleted(table, days)).toBe(days);
      }
      expect(daysUntilDeleted(table, 1)).toBe(table.keep);
      expect(daysUntilDeleted(table, undefined)).toBe(table.keep);
    }
  });
});
