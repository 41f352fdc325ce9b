import { describe, expect, it } from 'vitest';
import { MOST_ITEMS, momentOf } from '../../../../src/capture/import/bookmark.ts';
import { csvIn } from '../../../../src/capture/import/csv.ts';
import { tokensOf } from '../../../../src/capture/import/html-tokens.ts';
import { readBookmarks } from '../../../../src/capture/import/read-file.ts';

const NOW = Date.UTC(2026, 10, 30);
const AT = 1_700_000_000;
const read = (text: string) => {
  const said = readBookmarks(text, NOW);
  if (!said.ok) throw new Error(said.reason);
  return said;
};
const one = { text: '', cut: false, note: '', tags: [], collections: [], at: AT * 1000 };

const NETSCAPE = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. <A HREF="https://remark.example/">no</A> -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">ブックマーク バー</H3>
    <DL><p>
        <DT><A HREF="https://a.example/1?x=1&amp;y=2" ADD_DATE="${AT}" ICON="data:image/png;base64,iVBO>Rw0=">Tea &amp; &lt;b&gt; &#x79cb;</A>
        <DD>What I thought
        of it
        <DT><H3>珈琲</H3>
        <DL><p>
            <DT><A HREF="https://a.example/2" ADD_DATE="${AT}" TAGS="one,two">Two</A>
        </DL><p>
        <DT><A HREF='https://a.example/3' ADD_DATE=${AT}000>Three</A>
        <DT><A HREF="javascript:alert(1)" ADD_DATE="${AT}">Bookmarklet</A>
        <DT><A HREF="place:sort=8">Recent</A>
    </DL><p>
</DL><p>`;

describe('a file of another app', () => {
  it('is bookmarks of a browser: folders as collections but for those every browser has, words behind, and no scripts', () => {
    expect(read(NETSCAPE)).toEqual({
      ok: true,
      kind: 'bookmarks',
      skipped: 2,
      more: false,
      found: [
        {
          ...one,
          url: 'https://a.example/1?x=1&y=2',
          title: 'Tea & <b> 秋',
          note: expect.stringMatching(/^What I thought\s+of it$/),
        },
        { ...one, url: 'https://a.example/2', title: 'Two', tags: ['one', 'two'], collections: ['珈琲'] },
        { ...one, url: 'https://a.example/3', title: 'Three' },
      ],
    });
  });

  it('is Pocket’s, old and new', () => {
    const html = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
      <li><a href="https://a.example/1" time_added="${AT}" tags="tea,秋">One</a></li></ul><h1>Read Archive</h1>
      <ul><li><a href="https://a.example/2" time_added="${AT}" tags="">Two</a></li></ul></body></html>`;
    const csv = `title,url,time_added,tags,status\n"One",https://a.example/1,${AT},tea|秋,unread\nTwo,https://a.example/2,${AT},,archive\n`;
    for (const text of [html, csv])
      expect(read(text)).toMatchObject({
        kind: 'pocket',
        found: [
          { ...one, url: 'https://a.example/1', title: 'One', tags: ['tea', '秋'] },
          { ...one, url: 'https://a.example/2', title: 'Two' },
        ],
      });
  });

  it('is Raindrop’s: its note and what it took of the page apart, the folder with its path as a collection', () => {
    const csv = `\ufeffid,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite
1,"A, ""B""","My note
in two lines",An excerpt,https://a.example/1,Work / Clients,"tea, coffee",2023-11-14T22:13:20.000Z,https://x.example/c.png,,true
2,B,,,https://a.example/2,Unsorted,,2023-11-14T22:13:20.000Z,,,false`;
    expect(read(csv)).toMatchObject({
      kind: 'raindrop',
      found: [
        {
          ...one,
          url: 'https://a.example/1',
          title: 'A, "B"',
          text: 'An excerpt',
          note: 'My note\nin two lines',
          tags: ['tea', 'coffee'],
          collections: ['Work / Clients'],
        },
        { ...one, url: 'https://a.example/2', title: 'B' },
      ],
    });
  });

  it('is Karakeep’s: lists with their paths as collections, texts and what is damaged left out', () => {
    const link = (n: number) => ({ type: 'link', url: `https://a.example/${n}` });
    const plain = { createdAt: AT, title: null, tags: [], note: null };
    const list = (id: string, name: string, parentId: string | null) => ({
      id,
      name,
      parentId,
      type: 'manual',
    });
    const json = JSON.stringify({
      bookmarks: [
        {
          ...plain,
          title: 'One',
          tags: ['tea'],
          lists: ['l1', 'gone', 'l2', 'round'],
          content: link(1),
          note: 'Note',
        },
        { ...plain, content: { type: 'text', text: 'only words' } },
        { ...plain, content: null },
        { tags: 'no list' },
        { ...plain, content: link(2) },
      ],
      lists: [list('l1', '秋', null), list('l2', 'Beans', 'l1'), list('round', 'Round', 'round')],
    });
    expect(read(json)).toMatchObject({
      kind: 'karakeep',
      skipped: 3,
      found: [
        {
          ...one,
          url: 'https://a.example/1',
          title: 'One',
          note: 'Note',
          tags: ['tea'],
          collections: ['秋', '秋 / Beans', 'Round'],
        },
        { ...one, url: 'https://a.example/2', title: '' },
      ],
    });
  });

  it('is Readwise’s: Reader’s library, and highlights with their page', () => {
    const csv = `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen
One,https://a.example/1,01gm,"['tea', ""don't""]",2023-11-14 22:13:20+00:00,0,new,True
Two,https://a.example/2,01gn,[],2023-11-14 22:13:20+00:00,0.5,later,False`;
    expect(read(csv)).toMatchObject({
      kind: 'readwise',
      found: [
        { ...one, url: 'https://a.example/1', title: 'One', tags: ['tea', "don't"] },
        { ...one, url: 'https://a.example/2', title: 'Two' },
      ],
    });
    const highlights = [
      { text: 'First words', note: 'Mine', highlighted_at: '2023-11-14T22:13:20Z' },
      { text: 'Second words', note: '' },
    ];
    const page = {
      title: 'One',
      source_url: 'https://a.example/1',
      book_tags: [{ name: 'tea' }],
      highlights,
    };
    const book = { title: 'A book', source_url: null, highlights: [] };
    expect(read(JSON.stringify({ results: [page, book] }))).toMatchObject({
      kind: 'readwise',
      skipped: 1,
      found: [
        {
          ...one,
          url: 'https://a.example/1',
          text: 'First words\n\nSecond words',
          note: 'Mine',
          tags: ['tea'],
        },
      ],
    });
  });

  it.each([
    [
      'our own',
      'URL,Title,Text,Note,Tags,Kept\nhttps://a.example/1,One,Words,Mine,"tea, 秋",2023-11-14T22:13:20Z',
    ],
    [
      'in Japanese',
      'タイトル,アドレス,メモ,タグ,本文,日時\nOne,https://a.example/1,Mine,tea、秋,Words,2023-11-14T22:13:20Z',
    ],
    [
      'with semicolons',
      'title;url;note;tags;text;date\nOne;https://a.example/1;Mine;tea|秋;Words;2023-11-14T22:13:20Z',
    ],
  ])('is a list of pages, %s', (_, csv) => {
    const row = { ...one, url: 'https://a.example/1', title: 'One', text: 'Words', note: 'Mine' };
    expect(read(csv)).toMatchObject({ kind: 'csv', found: [{ ...row, tags: ['tea', '秋'] }] });
  });

  it('has folders within folders by their whole path, in each of several that a page is in', () => {
    const page = `<DT><A HREF="https://a.example/1" ADD_DATE="${AT}">One</A>`;
    const folder = (name: string, inside: string) => `<DT><H3>${name}</H3><DL><p>${inside}</DL><p>`;
    const html = (inside: string) =>
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><p>${inside}</DL><p>`;
    const nested = folder('Bookmarks bar', folder('Work', folder('Archive', page) + page) + page);
    expect(read(html(nested)).found).toMatchObject([{ tags: [], collections: ['Work / Archive', 'Work'] }]);
    const deep = Array.from({ length: 40 }, (_, n) => `Folder ${n}`);
    const [found] = read(html(deep.reduceRight((inside, name) => folder(name, inside), page))).found;
    expect(found?.collections).toEqual([expect.stringMatching(/^….*Folder 38 \/ Folder 39$/)]);
    expect(found?.collections[0]).toHaveLength(240);
    const csv = `url,title,folder\nhttps://a.example/1,One,Work/Clients / A\nhttps://a.example/2,Two,Unsorted`;
    expect(read(csv).found.map(({ collections }) => collections)).toEqual([['Work / Clients / A'], []]);
  });

  it.each(['Archive', 'Inbox', 'Unread', 'Imported', 'Favorites', 'Bookmarks', 'Unsorted'])(
    'leaves a person their own folder %s, at the root too',
    (name) => {
      const page = `<DT><A HREF="https://a.example/1" ADD_DATE="${AT}">One</A>`;
      const html = (marks: string) =>
        `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><H3${marks}>${name}</H3><DL><p><DT><H3>Clients</H3><DL><p>${page}</DL><p></DL><p></DL>`;
      const collections = (text: string) => read(text).found.map((found) => found.collections);
      expect(collections(html(''))).toEqual([[`${name} / Clients`]]);
      expect(collections(`url,folder\nhttps://a.example/1,${name}/Clients`)).toEqual([[`${name} / Clients`]]);
      // Marked by the format as the program's own, whatever it is called.
      for (const mark of ['PERSONAL_TOOLBAR_FOLDER="true"', 'UNFILED_BOOKMARKS_FOLDER="true"'])
        expect(collections(html(` ${mark}`))).toEqual([['Clients']]);
    },
  );

  it('ends at the first of Karakeep’s lists that is met twice', () => {
    const link = { createdAt: AT, tags: [], content: { type: 'link', url: 'https://a.example/1' } };
    const lists = [
      { id: 'a', name: 'A', parentId: 'b' },
      { id: 'b', name: 'B', parentId: 'c' },
      { id: 'c', name: 'C', parentId: 'b' },
    ];
    const json = JSON.stringify({ bookmarks: [{ ...link, lists: ['a', 'b'] }], lists });
    expect(read(json).found[0]?.collections).toEqual(['C / B / A', 'C / B']);
  });

  it('says each page once: tags and notes of both, and the earlier moment', () => {
    const csv = `url,title,tags,note,created\nhttps://a.example/1,One,a,x,2024-01-02T00:00Z\nhttps://a.example/1,,b,y,2024-01-01T00:00Z`;
    const at = Date.UTC(2024, 0, 1);
    expect(read(csv).found).toEqual([
      { ...one, url: 'https://a.example/1', title: 'One', tags: ['a', 'b'], note: 'x\n\ny', at },
    ]);
  });

  it.each([
    ['', 'empty'],
    [' \n\ufeff', 'empty'],
    ['<html><body><a href="https://a.example/">A page</a></body></html>', 'unknown'],
    ['{"bookmarks"', 'unknown'],
    ['{"other": []}', 'unknown'],
    ['name,age\nAnn,7', 'unknown'],
    ['url,title\njavascript:alert(1),One\ndata:text/html;x,y', 'none'],
    ['{"bookmarks": []}', 'none'],
  ])('%j is refused: %s', (text, reason) => {
    expect(readBookmarks(text, NOW)).toEqual({ ok: false, reason });
  });

  it('is cut to its bounds, and no name in it is one of an object’s', () => {
    const long = '秋'.repeat(30_000);
    const tags = `"__proto__, ${'t'.repeat(100)}, \u202e"`;
    const csv = `url,title,text,note,tags\nhttps://a.example/__proto__,${long},${long},${long},${tags}`;
    const [found] = read(csv).found;
    expect(found).toMatchObject({ cut: true, tags: ['__proto__', 't'.repeat(60)] });
    expect([found?.title.length, found?.text.length, found?.note.length]).toEqual([1000, 20_000, 20_000]);
    const lines = `url\nhttps://a.example/${'x'.repeat(5000)}\nhttps://a.example/1`;
    expect(read(lines)).toMatchObject({ skipped: 1 });
  });

  it.each([
    [AT, AT * 1000],
    [`${AT}`, AT * 1000],
    [`${AT}000`, AT * 1000],
    [`${AT}000000`, AT * 1000],
    ['2023-11-14 22:13:20+00:00', AT * 1000],
    [0, null],
    ['0', null],
    ['2099-01-01', null],
    ['soon', null],
    ['chapter 5', null],
    ['2024-02-31', null],
    [null, null],
  ])('says %j is the moment %s', (bookmarks, at) => {
    expect(momentOf(bookmarks, NOW)).toBe(at);
  });

  it.each([
    [
      ['03/05/2024', '14/05/2024'],
      ['2024-05-03', '2024-05-14'],
    ],
    [
      ['03/05/2024', '05/14/2024'],
      ['2024-03-05', '2024-05-14'],
    ],
    [
      ['24/05/03', '24/05/30'],
      ['2024-05-03', '2024-05-30'],
    ],
    [
      ['2024年5月3日', '2024-05-04'],
      ['2024-05-03', '2024-05-04'],
    ],
    [
      ['3 May 2024', '20240504', '1998-05-04'],
      ['2024-05-03', '2024-05-04', '1998-05-04'],
    ],
    // Nothing says which of two days it is.
    [
      ['03/05/2024', '2024-05-04'],
      [null, '2024-05-04'],
    ],
  ])('has days as its dates as a whole are meant, where the person is: %s', (dates, days) => {
    const zone = process.env.TZ;
    for (const one of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
      process.env.TZ = one;
      const rows = dates.map((date, at) => `https://a.example/${at},${date}\n`).join('');
      const found = read(`url,date\n${rows}`).found.map(({ at }) => at);
      const local = found.map((at) => at && new Date(at).toLocaleDateString('sv', { timeZone: one }));
      expect([one, local]).toEqual([one, days]);
    }
    process.env.TZ = zone;
    if (zone === undefined) delete process.env.TZ;
  });

  it('is read to one page more than is taken, so that it is known whether there are more', () => {
    const lines = `url\n${'https://a.example/\n'.repeat(MOST_ITEMS + 5)}`;
    expect(csvIn(lines)?.bookmarks).toHaveLength(MOST_ITEMS + 1);
  });

  // Were a sign looked at again for each that follows, one of these would take longer than a test may.
  it('is read in one way through, whatever it is made of', () => {
    for (const piece of ['<a ', '<a href="', '<', '&#', '<dl>', "<a x='", '<!--', '<h3>a', '<a a=b ']) {
      const tokens = (length: number) => [...tokensOf(piece.repeat(length / piece.length))].length;
      const [few, many] = [tokens(20_000), tokens(2_000_000)];
      expect([piece, few > 1 ? Math.round(many / few) : many - few]).toEqual([piece, few > 1 ? 100 : 0]);
    }
  });
});
