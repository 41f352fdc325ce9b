import { describe, expect, it } from 'vitest';
import { importedRows } from '../../../src/results/import/keep.ts';
import { countIn, dayIn, readClicksFile } from '../../../src/results/import/read.ts';

const DAY = 86_400_000;
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY;
const read = (text: string) => {
  const said = readClicksFile(text);
  if (!said.ok) throw new Error(said.reason);
  return said;
};

describe('clicks that others counted', () => {
  it('are read from Bitly’s list of links, whose addresses come without a scheme', () => {
    const { clicks, skipped } = read(
      '\ufefftitle,bitlink,long_url,created_at,tags,total_clicks\r\n"Autumn, dark roast",bit.ly/3abc,https://kissa.example/a,2026-11-03T09:00:00+0000,,"1,204"\r\nNone,bit.ly/3abd,https://kissa.example/b,2026-11-03,,0\r\n',
    );
    expect(skipped).toBe(1);
    expect(clicks).toMatchObject([
      {
        address: 'https://bit.ly/3abc',
        target: 'https://kissa.example/a',
        title: 'Autumn, dark roast',
        clicks: 1204,
        day: day('2026-11-03'),
      },
    ]);
  });

  it('are read from Dub’s links, its analytics and its events', () => {
    const links = read(
      'Short link,Destination URL,Clicks,Created at\nhttps://dub.sh/a,https://k.example/,7,2026-11-05\n',
    );
    expect(links.clicks).toMatchObject([{ address: 'https://dub.sh/a', clicks: 7, day: day('2026-11-05') }]);
    const top = read('link,url,clicks\nhttps://dub.sh/a,https://k.example/,3\n');
    expect(top.clicks).toMatchObject([{ clicks: 3, day: 0 }]);
    const events = read(
      'Timestamp,Event,Link,URL,Country\n2026-11-06T10:00:00.000Z,click,https://dub.sh/a,https://k.example/,JP\n2026-11-06T11:00:00.000Z,click,https://dub.sh/a,https://k.example/,JP\n2026-11-06T11:00:01.000Z,lead,https://dub.sh/a,https://k.example/,JP\n',
    );
    expect(events.clicks.map(({ clicks }) => clicks)).toEqual([1, 1]);
    expect(events.skipped).toBe(1);
  });

  it.each([
    ['English', 'Session source / medium,Session campaign,Sessions'],
    ['Japanese', 'セッションの参照元 / メディア,セッションのキャンペーン,セッション'],
    ['Chinese', '会话来源/媒介,会话广告系列,会话数'],
  ])('are read from Google Analytics’ table by labels (%s), below what it says of itself', (_, header) => {
    const { clicks, until } = read(
      `# ----------------\n# Acquisition\n# Start date: 20261101\n# End date: 20261128\n\n${header}\nx / social,musubi,12\nline / social,autumn,"1,030"\n`,
    );
    expect(until).toBe(day('2026-11-28'));
    expect(clicks).toMatchObject([
      { source: 'x', campaign: 'musubi', clicks: 12, day: 0 },
      { source: 'line', campaign: 'autumn', clicks: 1030 },
    ]);
  });

  it.each([
    ['columns', 'name,age\nAnn,7\n'],
    ['columns', 'link,title\nhttps://a.example/,A\n'],
    ['empty', '\n\n'],
  ])('are not guessed: %s', (reason, text) => {
    expect(readClicksFile(text)).toEqual({ ok: false, reason });
  });

  it('are the same rows when the same file comes again, and add up by link and day', () => {
    const { clicks } = read(
      'link,clicks,date\nbit.ly/a,2,2026-11-01\nbit.ly/a,3,2026-11-01\nbit.ly/a,4,2026-11-02\n',
    );
    const once = importedRows(clicks, day('2026-11-29'), 5);
    expect(importedRows(clicks, day('2026-11-29'), 5)).toEqual(once);
    expect(once.links).toMatchObject([
      { address: 'https://bit.ly/a', from: 'file', at: day('2026-11-01') * DAY },
    ]);
    expect(once.days.map((one) => one.hours)).toEqual([{ 12: { human: 5 } }, { 12: { human: 4 } }]);
  });

  it('know the channel by its label', () => {
    const { clicks } = read('utm_source,utm_campaign,clicks\nline,autumn,2\nelsewhere,autumn,1\n');
    expect(importedRows(clicks, 20_000, 5).links.map(({ channel }) => channel)).toEqual(['line', '']);
  });
});

describe('a day of a file', () => {
  it.each([
    ['2026-11-24', '2026-11-24'],
    ['20261124', '2026-11-24'],
    ['11/24/2026', '2026-11-24'],
    ['2026年11月4日', '2026-11-04'],
    ['2026/11/4', '2026-11-04'],
    ['2026-11-24T23:30:00Z', '2026-11-24'],
    ['1795521600000', '2026-11-24'],
  ])('%s is %s', (text, is) => {
    expect(dayIn(text)).toBe(day(is));
  });
  it.each(['', 'yesterday', '20261341', '11/31/2026', '0', '9999-99-99'])('is none: %s', (text) => {
    expect(dayIn(text)).toBe(0);
  });
});

describe('a count of a file', () => {
  it.each([
    ['7', 7],
    ['1,204', 1204],
    ['1.204', 1204],
    ['12 000', 12_000],
    ['１２', 12],
    ['3.0', 3],
  ])('%s is %d', (text, is) => {
    expect(countIn(text)).toBe(is);
  });
  it.each(['', '-3', '1.5', 'many', '12%'])('is none: %s', (text) => {
    expect(countIn(text)).toBeNull();
  });
});
