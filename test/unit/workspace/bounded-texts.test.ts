import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { MESSAGES, TABLES } from '../../../src/app/declared.ts';
import * as clicks from '../../../src/link/hub-api.ts';
import * as hub from '../../../src/team/hub-api.ts';
import { unboundedTexts } from './bounded-texts.ts';

describe('a text from outside', () => {
  it('is found where nothing bounds it', () => {
    const open = z.object({
      a: z.string(),
      b: z.array(z.optional(z.string().check(z.regex(/^\w+$/)))),
      c: z.record(z.string(), z.nullable(z.object({ d: z._default(z.string(), '') }))),
      e: z.union([z.string().check(z.maxLength(10)), z.tuple([z.string(), z.int()])]),
      f: z.enum(['g', 'h']),
    });
    expect(unboundedTexts(open, '').toSorted()).toEqual(['.a', '.b.[]', '.c.{key}', '.c.{}.d', '.e']);
  });

  it('is bounded in every row of a table, which a file may bring', () => {
    expect(TABLES.flatMap(({ name, row }) => unboundedTexts(row, name))).toEqual([]);
  });

  it('is bounded in every message between contexts, which a page may send', () => {
    expect(MESSAGES.flatMap(({ name, ask }) => unboundedTexts(ask as z.ZodMiniType, name))).toEqual([]);
  });

  it('is bounded in every answer to those', () => {
    expect(MESSAGES.flatMap(({ name, answer }) => unboundedTexts(answer as z.ZodMiniType, name))).toEqual([]);
  });

  it('is bounded in all that a device and a hub say to one another', () => {
    const all: [string, unknown][] = Object.entries({ ...hub, ...clicks });
    const schemas = all.flatMap(([name, one]): [string, z.ZodMiniType][] =>
      typeof one === 'object' && one !== null && '_zod' in one ? [[name, one as z.ZodMiniType]] : [],
    );
    expect(schemas.length).toBeGreaterThan(20);
    expect(schemas.flatMap(([name, schema]) => unboundedTexts(schema, name))).toEqual([]);
  });

  it('is bounded wherever a schema says text, the rows of the hub’s own store apart', () => {
    const root = new URL('../../../', import.meta.url).pathname;
    const files = ['src', 'entrypoints'].flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/(?:^|\/)hub\//.test(file))
        .map((file) => `${folder}/${file}`),
    );
    // What only cleans a name cuts it too.
    const OPEN = /z\.string\(\)(?!\.check\(\s*z\.(?:maxLength|minLength|regex|overwrite)\()/;
    expect(files.filter((file) => OPEN.test(readFileSync(`${root}${file}`, 'utf8')))).toEqual([]);
  });
});
