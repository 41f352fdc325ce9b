import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { Follows } from './follows.ts';
import { aLink, TARGET } from './link-hub.ts';

const at = new Follows();
const { get, leadsTo, recorded, bobs } = at;

describe('a request that is bent', () => {
  it('leads nowhere but to what was registered', { timeout: 30_000 }, async () => {
    const { link } = await bobs();
    const { id } = link;
    const bent = [
      `//${id}`,
      `/${id}/`,
      `/${id}//evil.example`,
      `/${id}/https://evil.example`,
      `/${id}/../evil`,
      `/${id}/%2e%2e/evil`,
      `/${id}%2f%2fevil.example`,
      `/${id}@evil.example`,
      `/${id}:80`,
      `/${id};evil`,
      `/${id}%00`,
      `/${id}%0d%0aLocation:%20https://evil.example`,
      `/${id}.q.q`,
      `/${id}.Q`,
      `/./${id}`,
      `/../${id}`,
      `/%2f/${id}`,
      `/%5c${id}`,
      `/\\${id}`,
      `/${id}\\evil`,
      `/?${id}`,
      `/redirect?url=https://evil.example`,
      `/?url=https://evil.example`,
      `/r/${id}`,
      `//evil.example/${id}`,
      `///evil.example`,
      `/\\evil.example`,
      `/https://evil.example`,
      `/https:evil.example`,
      `/%68ttps://evil.example`,
      `/.evil.example`,
      `http://evil.example/${id}`,
      `https://evil.example/`,
      `evil.example/${id}`,
      `/app/..//evil.example`,
      `/app/%2e%2e//evil.example`,
      `/app//evil.example`,
      `/api//evil.example`,
      `/media//evil.example`,
      `/app/\\evil.example`,
    ];
    const kept = [
      `/${id}?url=https://evil.example`,
      `/${id}?https://evil.example`,
      `/${id}?next=//evil.example&target=evil`,
      `/${id}?%0d%0aLocation:https://evil.example`,
      `/${id}.q?x=y`,
    ];
    for (const path of bent) {
      const { status, headers } = await get(path).catch(() => ({
        status: 400,
        headers: {} as IncomingHttpHeaders,
      }));
      expect([path, headers.location ?? '/app/', status >= 300 && status < 500]).toEqual([
        path,
        '/app/',
        true,
      ]);
    }
    for (const path of kept) expect([path, await leadsTo(path)]).toEqual([path, TARGET]);
  });

  it('for ids that nobody knows, in a flood, is turned away, and those who know theirs are answered', {
    timeout: 30_000,
  }, async () => {
    const { link } = await bobs();
    const ids = await Promise.all(Array.from({ length: 600 }, async () => (await aLink()).id));
    let waiting = ids.length;
    const flood = ids.map(async (id) => {
      const { status } = await get(`/${id}`);
      waiting -= 1;
      return status;
    });
    // All but those that may be on their way are answered while these still wait.
    await vi.waitFor(() => expect(waiting).toBe(200), { timeout: 1900, interval: 20 });
    expect(await leadsTo(`/${link.id}`)).toBe(TARGET);
    expect(new Set(await Promise.all(flood))).toEqual(new Set([404]));
    expect(await recorded()).toHaveLength(1);
  });

  it('by another host’s name is not answered', async () => {
    const { link } = await bobs();
    for (const host of [
      'evil.example',
      `evil.example:${at.team.hub.port}`,
      `127.0.0.1:${at.team.hub.port}.evil.example`,
    ])
      expect([host, (await get(`/${link.id}`, { host })).headers.location]).toEqual([host, undefined]);
  });

  it('is counted for where it came from, whatever it says of that', async () => {
    const { link } = await bobs();
    for (const forged of ['1.2.3.4', '5.6.7.8, 9.9.9.9', '::1', 'x'])
      await get(`/${link.id}`, {
        'x-forwarded-for': forged,
        'x-real-ip': forged,
        forwarded: `for=${forged}`,
        'cf-connecting-ip': forged,
      });
    expect(new Set((await recorded()).map(({ visitor }) => visitor)).size).toBe(1);
  });
});
