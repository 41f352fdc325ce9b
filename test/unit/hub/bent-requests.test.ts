import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PendingLookups } from '../../../src/link/hub/pending-lookups.ts';
import {
  BENT_PATHS,
  FOREIGN_HOSTS,
  FORGED_SOURCES,
  forgedHeaders,
  LOADED_PATHS,
} from '../../attack/bent-paths.ts';
import { Follows } from '../link/hub/follows.ts';
import { aLink, TARGET } from '../link/hub/link-hub.ts';

const at = new Follows();
const { get, leadsTo, recorded, bobs } = at;

describe('a request that is bent', () => {
  it('leads nowhere but to what was registered', async () => {
    const { link } = await bobs();
    const { id } = link;
    const [bent, kept] = [BENT_PATHS, LOADED_PATHS].map((paths) =>
      paths.map((path) => path.replace('ID', id)),
    );
    for (const path of bent ?? []) {
      const { status, headers } = await get(path).catch(() => ({
        status: 400,
        headers: {} as IncomingHttpHeaders,
      }));
      // The hub's first page is a plain page, whatever is added to its address.
      const isRoot = path.startsWith('/?') && status === 200;
      expect([path, headers.location ?? '/app/', isRoot || (status >= 300 && status < 500)]).toEqual([
        path,
        '/app/',
        true,
      ]);
    }
    for (const path of kept ?? []) expect([path, await leadsTo(path)]).toEqual([path, TARGET]);
  });

  it('for ids that nobody knows, in a flood, is turned away, and those who know theirs are answered', async () => {
    const { link } = await bobs();
    const ids = await Promise.all(Array.from({ length: 600 }, async () => (await aLink()).id));
    const { wait: soon } = PendingLookups.prototype;
    let [waiting, most] = [0, 0];
    const waited = vi.spyOn(PendingLookups.prototype, 'wait').mockImplementation(async function (
      this: PendingLookups<unknown>,
      id,
      owner,
    ) {
      waiting += 1;
      most = Math.max(most, waiting);
      return soon.call(this, id, owner).finally(() => {
        waiting -= 1;
      });
    });
    onTestFinished(() => waited.mockRestore());
    const flood = ids.map(async (id) => (await get(`/${id}`)).status);
    // All but those that may be on their way give way at once, the next one and the one that gives way to it apart.
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    expect(new Set(await Promise.all(flood))).toEqual(new Set([404]));
    expect([waited.mock.calls.length, most <= 201]).toEqual([600, true]);
    expect(await recorded()).toHaveLength(1);
  });

  it('by another host’s name is not answered', async () => {
    const { link } = await bobs();
    const { port } = at.team.hub;
    for (const name of FOREIGN_HOSTS) {
      const host = name.replace('PORT', String(port)).replace('HOST', `127.0.0.1:${port}`);
      expect([host, (await get(`/${link.id}`, { host })).headers.location]).toEqual([host, undefined]);
    }
  });

  it('is counted for where it came from, whatever it says of that', async () => {
    const { link } = await bobs();
    for (const forged of FORGED_SOURCES) await get(`/${link.id}`, forgedHeaders(forged));
    expect(new Set((await recorded()).map(({ visitor }) => visitor)).size).toBe(1);
  });
});
