import { describe, expect, it } from 'vitest';
import {
  Known,
  NO_RELATION,
  RelationChoice,
  relationChoices,
  withChoice,
} from '../../../../src/share/relation/relation.ts';
import { NO_EMPLOYER } from '../../../../src/team/relations.ts';
import { expectBound } from '../../workspace/text-bounds.ts';

const choice = (of: string, at = 1): RelationChoice => ({ of, relation: NO_RELATION, at });
const choices = (count: number) => Array.from({ length: count }, (_, at) => choice(`x/a${at}`));
const known = { employer: NO_EMPLOYER, company: '', choices: [], earns: false };

describe('a choice of relation', () => {
  it('is of an author of at most 400 characters', () => {
    expectBound(RelationChoice, choice('x'), 'of', 400);
  });

  it('takes the place of the one before for the same author, behind all others', () => {
    const before = [choice('x/ben'), choice('x/ann'), choice('x/cleo')];
    expect(withChoice(before, choice('x/ann', 2))).toEqual([before[0], before[2], choice('x/ann', 2)]);
  });

  it('is one of 2000, of which the oldest goes', () => {
    const after = withChoice(choices(2000), choice('x/new'));
    expect([after.length, after[0]?.of, after.at(-1)?.of]).toEqual([2000, 'x/a1', 'x/new']);
    expect(relationChoices.value.safeParse(choices(2000)).success).toBe(true);
    expect(relationChoices.value.safeParse(choices(2001)).success).toBe(false);
  });
});

describe('what is known of relations', () => {
  it('has a company of at most 80 characters', () => {
    expectBound(Known, known, 'company', 80);
  });

  it('begins with none', () => {
    expect(NO_RELATION).toEqual({ employer: false, earns: false });
  });
});
