import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpApp } from '../../../src/hub/http/app.ts';
import { ROOM_REFUSALS } from '../../../src/workspace/rooms/refusals.ts';
import { OPEN_ROUTES, ROUTES } from '../../attack/rights-table.ts';
import { ROOMS } from './declared-rooms.ts';
import { TeamHub } from './team.ts';

const textOf = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = textOf('docs/protocol.md');
const web = mkdtempSync(join(tmpdir(), 'musubi-web-'));
const hubs: TeamHub[] = [];
beforeAll(async () => {
  mkdirSync(web, { recursive: true });
  writeFileSync(join(web, 'index.html'), '');
  hubs.push(await TeamHub.withAdmin(), await TeamHub.withAdmin(undefined, { web }));
});
afterAll(async () => {
  for (const hub of hubs) await hub.close();
  rmSync(web, { recursive: true });
});

/** Rows of the table under a heading, cell by cell, without backticks. */
function rowsUnder(heading: string): string[][] {
  const part = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  const lines = part.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

describe('docs/protocol.md', () => {
  it('has the rooms as they are declared', () => {
    const declared = ROOMS.map(({ kind, parts, writes, reads, roots }) => {
      const name = [kind, ...parts.map((part) => `<${part}>`)].join('/');
      return [name, writes, reads, [...roots.keys()].toSorted().join(', ')];
    });
    const written = rowsUnder('Rooms').map(([name = '', writes, reads, roots = '']) => {
      return [name, writes, reads, roots.split(', ').toSorted().join(', ')];
    });
    // The list of capabilities is in no order of its own.
    expect(written.toSorted()).toEqual(declared.toSorted());
  });

  it('has every reason for which an update is refused', () => {
    const [, admission = ''] = /^## Admission$(.*?)^## /ms.exec(page) ?? [];
    expect(ROOM_REFUSALS.filter((reason) => !admission.includes(`\`${reason}\``))).toEqual([]);
  });

  it('has the routes that a hub registers, with and without the companion', () => {
    const registered = hubs
      .flatMap(({ hub }) => httpApp(hub.hub.services).routes)
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`);
    const written = rowsUnder('HTTP').map(([method, path]) => `${method} ${path}`);
    expect(written.sort()).toEqual([...new Set(registered)].sort());
  });

  it('calls bodies and answers as their schemas are called', () => {
    const [, http = ''] = /^## HTTP$(.*?)^## /ms.exec(page) ?? [];
    const rows = http.split('\n').filter((line) => line.startsWith('|'));
    const named = rows.flatMap((row) => {
      const [body = '', answer = ''] = row.split('|').slice(4);
      return [...`${body} ${answer}`.matchAll(/`([A-Z]\w+)`/g)].map(([, name = '']) => name);
    });
    const schemas = ['src/team/hub-api.ts', 'src/link/hub-api.ts'].map(textOf).join('\n');
    const isSchema = (name: string) => new RegExp(`^export (?:const|type) ${name}\\b`, 'm').test(schemas);
    const ofHttp = ['Range'];
    expect(named).toContain('ClicksResponse');
    expect(named.filter((name) => !isSchema(name) && !ofHttp.includes(name))).toEqual([]);
  });

  it('has the roles of the table of rights', () => {
    const written = new Map(rowsUnder('HTTP').map(([, path = '', role]) => [path, role]));
    for (const [path, letters] of ROUTES) expect([path, written.get(path)]).toEqual([path, letters]);
    for (const path of OPEN_ROUTES) expect([path, written.get(path)]).toEqual([path, '–']);
  });
});
