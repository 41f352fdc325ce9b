import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { own } from '../../src/workspace/named.ts';

const root = new URL('../..', import.meta.url).pathname;
const beside = readdirSync(root).filter((file) => file.endsWith('.md'));
const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => join('docs', file));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Files and folders that a document names: what stands in backticks and begins with a folder of ours. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|entrypoints|test|docs|public)\/[^`\s]*)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !/[<>{}*…]/.test(name));

const linkedIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to = '']) => to).filter((to) => !/^[a-z]+:/.test(to));

const runIn = (text: string): string[] =>
  [...text.matchAll(/npm run (?:-s )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);

describe.each([...beside, ...below])('%s', (file) => {
  const text = read(file);

  it('names and links to files that are there', () => {
    expect(namedIn(text).filter((name) => !existsSync(join(root, name)))).toEqual([]);
    expect(linkedIn(text).filter((to) => !existsSync(join(root, dirname(file), to)))).toEqual([]);
  });

  it('names commands that are there', () => {
    expect(runIn(text).filter((name) => own(scripts, name) === undefined)).toEqual([]);
  });
});

describe('the ways of data in docs/architecture.md', () => {
  const ways = read('docs/architecture.md')
    .split(/^## /m)
    .filter((part) => /^(?:A share|A capture|An edit in a room|A click becomes a figure)\n/.test(part));

  it('are four, of five to eight steps, each of which names a file', () => {
    const steps = ways.map((way) => way.split(/^\d\. /m).slice(1));
    expect(steps).toHaveLength(4);
    for (const way of steps) expect([5, 6, 7, 8]).toContain(way.length);
    expect(steps.flat().filter((step) => namedIn(step).length === 0)).toEqual([]);
  });
});
