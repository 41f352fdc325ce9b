import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Countries } from '../../../../src/link/hub/countries.ts';
import { ClicksResponse } from '../../../../src/link/hub-api.ts';
import { CHROME, get, LinkHub } from './link-hub.ts';
import { mmdb } from './mmdb.ts';

const TABLE = `# first,last,country
"1.0.0.0","1.0.0.255","AU"
203.0.113.0,203.0.113.127,jp
203.0.113.128,203.0.113.255,CN
2001:db8::,2001:db8:0:ffff:ffff:ffff:ffff:ffff,DE
`;

describe('a table of countries', () => {
  it.each([
    ['1.0.0.0', 'AU'],
    ['1.0.0.255', 'AU'],
    ['1.0.1.0', ''],
    ['0.255.255.255', ''],
    ['203.0.113.127', 'JP'],
    ['203.0.113.128', 'CN'],
    ['::ffff:203.0.113.5', 'JP'],
    ['2001:db8::1', 'DE'],
    ['2001:db8:1::1', ''],
    ['::1', ''],
    ['nonsense', ''],
    ['', ''],
  ])('tells that %s is of "%s"', (address, country) => {
    expect(Countries.from(TABLE).of(address)).toBe(country);
  });

  it.each(['1.0.0.0,1.0.0.255', '1.0.0.9,1.0.0.1,AU', 'a,b,JP', '1.0.0.0,1.0.0.255,Australia'])(
    'is refused by the line that is wrong: %s',
    (line) => {
      expect(() => Countries.from(`# a table\n${line}\n`)).toThrow(/^line 2 /);
    },
  );
});

describe('a file of countries in MaxMind’s format', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countries-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (bytes: Buffer): string => {
    const file = join(folder, 'countries.mmdb');
    writeFileSync(file, bytes);
    return file;
  };
  const FILE = mmdb([
    { first: 0x0100_0000n, prefix: 120, record: { country: { iso_code: 'AU', geoname_id: 2_077_456 } } },
    { first: 0xcb00_7180n, prefix: 121, record: { country_code: 'cn' } },
    { first: 0xcb00_7100n, prefix: 122, record: { continent: { code: 'AS' } } },
    { first: 0x2001_0db8n << 96n, prefix: 48, record: { country: { iso_code: 'DE' } } },
  ]);

  it.each([
    ['1.0.0.0', 'AU'],
    ['1.0.0.255', 'AU'],
    ['1.0.1.0', ''],
    ['0.255.255.255', ''],
    ['203.0.113.127', ''],
    ['203.0.113.128', 'CN'],
    ['::ffff:203.0.113.200', 'CN'],
    ['64:ff9b::1.0.0.9', 'AU'],
    ['2001:db8::1', 'DE'],
    ['fe80::1%eth0', ''],
    ['2001:db8:1::1', ''],
    ['nonsense', ''],
    ['', ''],
  ])('tells that %s is of "%s"', (address, country) => {
    const countries = Countries.read(written(FILE));
    expect([countries.of(address), countries.of(address)]).toEqual([country, country]);
  });

  it('is refused where it is damaged', () => {
    const damaged = Buffer.concat([FILE.subarray(0, FILE.indexOf('MaxMind.com') + 11), Buffer.from([0xe1])]);
    expect(() => Countries.read(written(damaged))).toThrow(RangeError);
  });
});

describe('a hub with a table of countries', () => {
  let hub: LinkHub;
  afterEach(() => hub.close());

  it('tells a link’s owner of them, and keeps no address', async () => {
    hub = await LinkHub.open();
    const file = join(hub.team.folder, 'countries.csv');
    writeFileSync(file, TABLE);
    hub.team.set = { countries: file, proxies: { hops: 1 } };
    await hub.restart();
    const from = (address: string, n: number) =>
      get(hub.team, `/${hub.link.id}`, {
        'user-agent': `${CHROME} OPR/${n}.0.0.0`,
        'x-forwarded-for': address,
      });
    await from('203.0.113.5', 1);
    await from('203.0.113.6', 2);
    await from('198.51.100.1', 3);
    await hub.team.hub.hub.settled();
    const token = await hub.signedIn();
    const said = ClicksResponse.parse(await hub.team.ask('/api/clicks', { since: 0, changed: 0 }, token));
    expect(said.days.map(({ countries }) => countries)).toEqual([{ JP: 2 }]);
    await hub.team.stop();
    for (const address of ['203.0.113.5', '198.51.100.1']) expect(hub.team.holds(address)).toBe(false);
    await hub.team.start();
  });
});
