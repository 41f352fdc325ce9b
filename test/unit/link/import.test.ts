import { describe, expect, it } from 'vitest';
import { linkHours } from '../../../src/link/clicks.ts';
import { addressIn, countIn } from '../../../src/link/import/cells.ts';
import { readClicksFile } from '../../../src/link/import/read.ts';
import { importedRows } from '../../../src/link/import/store-rows.ts';
import { momentIn, orderOf } from '../../../src/post/parse-dates.ts';
import { channelOfSource } from '../../../src/share/channels/index.ts';

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

  it('are read from Bitly’s list with all clicks, and not those of its own users', () => {
    const file =
      'link,long_url,title,created_at,user_clicks,total_clicks\nhttp://bit.ly/4tea,http://tea.example/,"Tea, green",2026-10-26T17:20:40+0000,2,11\n';
    expect(read(file).clicks).toMatchObject([{ clicks: 11, title: 'Tea, green' }]);
  });

  it('are read from Dub’s table of links, whose column `link` holds ids', () => {
    const file =
      'link,id,domain,key,shortLink,url,title,createdAt,clicks,leads\nlnk_1,lnk_1,go.example,tea,https://go.example/tea,https://tea.example/,null,2026-03-01T10:00:00.000Z,5,1\nlnk_2,lnk_2,go.example,rice,,https://rice.example/,Rice,null,6,0\n';
    expect(read(file).clicks).toMatchObject([
      { address: 'https://go.example/tea', target: 'https://tea.example/', title: '', clicks: 5 },
      { address: 'https://go.example/rice', title: 'Rice', clicks: 6, day: 0 },
    ]);
  });

  it('are read from Dub’s events: each a click by the link or its code, at its hour, from where it came', () => {
    const file =
      'Date,Link,Referrer,Country,Device,Event\n2026-06-01T10:11:12.000Z,go.example/tea,news.example,Japan,Mobile,link\n2026-06-01T23:30:00.000Z,go.example/tea,(direct),Japan,Mobile,qr\n2026-06-01T23:31:00.000Z,go.example/tea,null,Japan,Mobile,pageview\n';
    const { clicks, skipped } = read(file);
    expect([clicks.length, skipped]).toEqual([2, 1]);
    const { days } = importedRows(clicks, 20_000, 5);
    expect(days).toMatchObject([
      { hours: { 10: { human: 1 }, 23: { qr: 1 } }, places: { 'news.example': 1 }, whole: false },
    ]);
    const newer =
      'Date,Link,Referrer,Country,Device\n2026-06-01T10:11:12.000Z,go.example/tea,news.example,Japan,Mobile\n';
    expect(read(newer).clicks).toMatchObject([{ clicks: 1, place: 'news.example' }]);
    const leads =
      'Date,Event,Link,Customer,Country\n2026-06-01T10:11:12.000Z,Sign up,go.example/tea,Ann,Japan\n';
    expect(read(leads).clicks).toEqual([]);
    expect(readClicksFile('Date,Link,Customer,Country\n2026-06-01,go.example/tea,Ann,Japan\n').ok).toBe(
      false,
    );
  });

  it('are read from Dub’s tables by label, each with where they came from', () => {
    const sources = (text: string) =>
      importedRows(read(text).clicks, 20_000, 5).days.map(({ places }) => places);
    expect(sources('utm_source,clicks,leads\nline,4,0\nnull,3,0\n')).toEqual([{ line: 4 }]);
    expect(sources('referer,clicks\nnews.example,4\n(direct),3\n')).toEqual([{ 'news.example': 4 }]);
    const others = read('utm_campaign,clicks\ntea,4\n').clicks.concat(
      read('utm_medium,clicks\nmail,2\n').clicks,
    );
    expect(importedRows(others, 20_000, 5).links.map(({ title }) => title)).toEqual(['tea', 'mail']);
  });

  it('are counted once where a table has a row that adds up the others, or another table stands below it', () => {
    const sum = (text: string) => read(text).clicks.reduce((all, { clicks }) => all + clicks, 0);
    const rows = 'x / social,8\nline / social,4\n';
    const head = 'Session source / medium,Sessions\n';
    expect(sum(`# 20260501-20260531\n\n${head}Totals,12\n${rows}`)).toBe(12);
    expect(sum(`${head}${rows}Grand total,12\n`)).toBe(12);
    expect(sum(`${head},12,Grand total\n${rows}`)).toBe(12);
    expect(sum(`セッションの参照元 / メディア,セッション\n合計,12\n${rows}`)).toBe(12);
    expect(sum(`会话来源/媒介,会话数\n总计,12\n${rows}`)).toBe(12);
    // A campaign may be called so.
    expect(sum('utm_campaign,clicks\ntotal,3\ntea,9\n')).toBe(12);
    const second = '# Start date: 20260501\nCountry,Active users\nJapan,9\n';
    expect(sum(`${head}${rows}\n${second}`)).toBe(12);
    expect(sum(`${head}${rows}\nCountry,Active users\nJapan,9\n`)).toBe(12);
    expect(sum(`${head}${rows}\nSession campaign,Sessions\ntea,12\n`)).toBe(12);
    expect(sum(`# A report\n\nCountry,Active users\nJapan,9\n\n# More\n${head}${rows}`)).toBe(12);
    expect(sum(`${head}x / social,8\n\nline / social,4\n`)).toBe(12);
  });

  it('stand until the last day that the file says it is of', () => {
    const until = (line: string) => read(`${line}\nSession source / medium,Sessions\nx / social,8\n`).until;
    for (const line of [
      '# 20260501-20260531',
      '# Start date: 20260501\n# End date: 20260531',
      '# 2026/05/01 - 2026/05/31',
    ])
      expect([line, until(line)]).toEqual([line, day('2026-05-31')]);
  });

  it('are of the hour that Google Analytics names, as a day', () => {
    const file = 'Date + hour (YYYYMMDDHH),Session source / medium,Sessions\n2026050123,x / social,8\n';
    expect(read(file).clicks).toMatchObject([{ day: day('2026-05-01'), hour: null, clicks: 8 }]);
  });

  it('stay on their day in every zone where it has no clock, and are of the hour there where it has one', () => {
    const zone = process.env.TZ;
    const days = [
      'Asia/Tokyo',
      'America/Los_Angeles',
      'Pacific/Auckland',
      'Pacific/Kiritimati',
      'Pacific/Pago_Pago',
    ];
    const seen = days.map((one) => {
      process.env.TZ = one;
      const file = 'link,date,clicks\ngo.example/a,2026-11-24,1\ngo.example/b,2026-11-24T23:30:00Z,1\n';
      return linkHours(importedRows(read(file).clicks, 20_000, 5).days).map(
        (hour) => hour.day - day('2026-11-24'),
      );
    });
    process.env.TZ = zone;
    if (zone === undefined) delete process.env.TZ;
    expect(seen.map(([whole]) => whole)).toEqual(days.map(() => 0));
    expect(seen[1]?.[1]).toBe(0);
  });

  it('know the channel by its label', () => {
    const { clicks } = read('utm_source,utm_campaign,clicks\nline,autumn,2\nelsewhere,autumn,1\n');
    expect(importedRows(clicks, 20_000, 5, channelOfSource).links.map(({ channel }) => channel)).toEqual([
      'line',
      '',
    ]);
  });
});

describe('a day of a file', () => {
  const dayIn = (text: string, order: 'day' | 'month' = 'month') => momentIn(text, order)?.day ?? 0;

  it.each([
    ['2026-11-24', '2026-11-24'],
    ['20261124', '2026-11-24'],
    ['2026112413', '2026-11-24'],
    ['11/24/2026', '2026-11-24'],
    ['24/11/2026', '2026-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['4.11.26', '2026-11-04'],
    ['Nov 24, 2026', '2026-11-24'],
    ['November 24th, 2026 at 9:00', '2026-11-24'],
    ['24 Nov 2026', '2026-11-24'],
    ['24-Nov-2026', '2026-11-24'],
    ['Tue, 24 Nov 2026', '2026-11-24'],
    ['2026年11月4日', '2026-11-04'],
    ['2026/11/4', '2026-11-04'],
    ['２０２６－１１－２４', '2026-11-24'],
    ['2026-11-24T23:30:00Z', '2026-11-24'],
    ['1795521600000', '2026-11-24'],
    ['1795521600', '2026-11-24'],
  ])('%s is %s', (text, is) => {
    expect(dayIn(text)).toBe(day(is));
  });

  it.each(['', 'yesterday', '20261341', '11/31/2026', '0', '9999-99-99', '99/99/2026', 'Foo 24, 2026', '31'])(
    'is none: %s',
    (text) => {
      expect(dayIn(text)).toBe(0);
    },
  );

  it('has an hour where its clock hangs in a zone, and is that day everywhere where it does not', () => {
    const moments = [
      ['2026-11-24', null, '2026-11-24'],
      ['2026-11-24 23:00:00', null, '2026-11-24'],
      ['Nov 24, 2026 11:00 PM', null, '2026-11-24'],
      ['2026-11-24T23:30:00.000Z', 23, '2026-11-24'],
      ['2026-11-24T23:30:00+0900', 14, '2026-11-24'],
      ['2026-11-24T03:30:00+09:00', 18, '2026-11-23'],
      ['2026-11-24 20:30 -08:00', 4, '2026-11-25'],
      ['2026-11-30 23:30:00+09', 14, '2026-11-30'],
      ['2026-11-24T20:30-08', 4, '2026-11-25'],
      ['Tue, 24 Nov 2026 20:30:00 GMT', 20, '2026-11-24'],
    ] as const;
    for (const [text, hour, of] of moments)
      expect([text, momentIn(text, 'month')]).toEqual([text, { day: day(of), hour }]);
  });

  it('is meant as the file as a whole means it, and the person decides where nothing settles it', () => {
    expect(dayIn('03/11/2026', 'day')).toBe(day('2026-11-03'));
    expect(dayIn('03/11/2026', 'month')).toBe(day('2026-03-11'));
    expect(orderOf(['03/11/2026', '', '24/11/2026'])).toEqual({ order: 'day', ambiguous: '' });
    expect(orderOf(['03/11/2026', '11/24/2026'])).toEqual({ order: 'month', ambiguous: '' });
    expect(orderOf(['03/11/2026', '4/11/2026'])).toEqual({ order: 'month', ambiguous: '03/11/2026' });
    expect(orderOf(['24/11/2026', '11/24/2026', '5/6/2026']).ambiguous).toBe('5/6/2026');
    expect(orderOf(['7/7/2026', '2026-11-03', '03.11.2026']).ambiguous).toBe('');
    const file = 'link,date,clicks\ngo.example/a,03/11/2026,2\n';
    expect(read(file)).toMatchObject({ ambiguousDate: '03/11/2026' });
    expect(readClicksFile(file, 'day')).toMatchObject({
      ambiguousDate: '',
      clicks: [{ day: day('2026-11-03') }],
    });
  });
});

describe('short dates of a file', () => {
  const daysIn = (...dates: string[]) => {
    const { clicks, ambiguousDate } = read(
      `link,date,clicks\n${dates.map((date) => `go.example/a,${date},1\n`).join('')}`,
    );
    return [...clicks.map((one) => one.day), ambiguousDate];
  };

  it('begin with the year where the file as a whole says so', () => {
    expect(daysIn('26/11/03')).toEqual([day('2026-11-03'), '']);
    expect(daysIn('26/11/14', '26/11/15')).toEqual([day('2026-11-14'), day('2026-11-15'), '']);
    expect(daysIn('26-11-14', '25-12-15', '26-1-3')).toEqual([
      day('2026-11-14'),
      day('2025-12-15'),
      day('2026-01-03'),
      '',
    ]);
  });

  it('end with it else', () => {
    expect(daysIn('14/11/26', '15/11/26')).toEqual([day('2026-11-14'), day('2026-11-15'), '']);
    expect(daysIn('11/14/26', '11/15/26')).toEqual([day('2026-11-14'), day('2026-11-15'), '']);
    expect(daysIn('31/12/26', '31/01/27')).toEqual([day('2026-12-31'), day('2027-01-31'), '']);
    expect(daysIn('15/12/26', '15/01/27')).toEqual([day('2026-12-15'), day('2027-01-15'), '']);
    expect(daysIn('03/11/26')).toEqual([day('2026-03-11'), '03/11/26']);
    expect(daysIn('4.11.26', '24.11.26')).toEqual([day('2026-11-04'), day('2026-11-24'), '']);
  });
});

describe('an address of a file', () => {
  it.each([
    ['go.example/a', 'https://go.example/a'],
    ['go.example:8443/a', 'https://go.example:8443/a'],
    ['http://go.example/a', 'http://go.example/a'],
    ['https://例え.jp/春', 'https://例え.jp/春'],
    ['https://go.example/🎉', 'https://go.example/🎉'],
  ])('%s is %s', (text, is) => {
    expect(addressIn(text)).toBe(is);
  });

  it.each([
    'javascript:alert(document.domain)',
    'JaVaScRiPt:alert(1)//.example',
    ' javascript:alert(1).example',
    'data:text/html,a.example',
    'vbscript:a.example',
    'file:///etc/passwd.example',
    'mailto:ann@a.example',
    'tel:1.example',
    'blob:https://a.example/1',
    'https://ann@evil.example/',
    'ann@evil.example',
    'http://127.0.0.1/',
    'null',
    '(direct)',
    'clux0rgak00011',
    'a sentence. And more',
  ])('is none: %s', (text) => {
    expect(addressIn(text)).toBe('');
    const { links } = importedRows(read(`link,url,clicks\ngo.example/a,"${text}",3\n`).clicks, 20_000, 5);
    expect(links.map(({ target }) => target)).toEqual(['']);
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
    ['1e3', 1000],
    ['1.2E+03', 1200],
  ])('%s is %d', (text, is) => {
    expect(countIn(text)).toBe(is);
  });
  it.each(['', '-3', '1.5', 'many', '12%', '1.25e1', '1e99', '1e-3', '1e15', '9'.repeat(12)])(
    'is none: %s',
    (text) => {
      expect(countIn(text)).toBeNull();
    },
  );

  it.each([
    [
      ['1.000', '1.234', '12.000'],
      [1000, 1234, 12_000],
    ],
    [
      ['1.000', '7'],
      [1000, 7],
    ],
    [
      ['1.000.000', '1.000'],
      [1_000_000, 1000],
    ],
    [
      ['1.000', '3.0', '12.00'],
      [1, 3, 12],
    ],
    [
      ['1.000', '2.000'],
      [1, 2],
    ],
  ])('has points as the file as a whole has them: %s', (texts, counts) => {
    const rows = texts.map((text, at) => `go.example/${at},2026-11-03,${text}\n`).join('');
    expect(read(`link,date,clicks\n${rows}`).clicks.map(({ clicks }) => clicks)).toEqual(counts);
  });
});
