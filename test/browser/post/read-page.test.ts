import { describe, expect, it } from 'vitest';
import { MEDIA_CAP, TEXT_CAP } from '../../../src/post/caps.ts';
import { readPage } from '../../../src/post/page/read-page.ts';
import { genericExpected } from '../../hosts/generic/expected.ts';
import { generic } from '../../hosts/generic/generic.ts';
import { ld, meta, parsed, readAt as read } from './pages.ts';

const HERE = 'https://a.example/story';

describe('the pages of the stand-in', () => {
  it.each(Object.entries(genericExpected))('%s', (name, expected) => {
    const { pathname } = new URL(expected.address);
    const answer = generic({
      host: 'asahi-coffee.example',
      method: 'GET',
      path: pathname,
      query: new URLSearchParams(),
    });
    const doc = parsed(String(answer?.body));
    const moved = name === 'stale';
    if (moved) doc.title = expected.title;
    const post = read(doc, { href: moved ? expected.url : expected.address, loadedHref: expected.address });
    expect({
      url: post.url,
      kind: post.kind,
      title: post.title,
      author: post.author.name,
      text: post.text,
      lang: post.lang,
      time: post.time === null ? null : new Date(post.time).toISOString(),
      media: post.media.map((one) => one.url),
    }).toEqual({
      url: expected.url,
      kind: expected.kind,
      title: expected.title,
      author: expected.author,
      text: expected.text,
      lang: expected.lang,
      time: expected.time,
      media: expected.media,
    });
    expect(post.status).toBe(
      ['article', 'product', 'microdata', 'openGraph'].includes(name) ? 'full' : 'partial',
    );
  });
});

describe('JSON-LD', () => {
  it('reads a post of a forum with its counts', () => {
    const post = read(
      ld({
        '@type': 'DiscussionForumPosting',
        headline: 'Which mill?',
        text: 'Mine broke.',
        url: '/story',
        author: { '@type': 'Person', name: 'Sora', url: 'https://a.example/@sora' },
        datePublished: '2026-11-20T10:00:00+0900',
        interactionStatistic: [
          {
            '@type': 'InteractionCounter',
            interactionType: 'https://schema.org/LikeAction',
            userInteractionCount: 12,
          },
          { interactionType: { '@type': 'CommentAction' }, userInteractionCount: '1,204' },
          { interactionType: 'https://schema.org/EatAction', userInteractionCount: 3 },
        ],
        upvoteCount: -4,
      }),
    );
    expect(post).toMatchObject({
      kind: 'post',
      title: 'Which mill?',
      text: 'Mine broke.',
      author: { name: 'Sora', handle: '@sora', url: 'https://a.example/@sora' },
      time: Date.UTC(2026, 10, 20, 1),
      status: 'full',
      missing: [],
    });
    expect(post.counts).toEqual({
      likes: { shown: '12', value: 12, exact: true },
      replies: { shown: '1,204', value: 1204, exact: true },
    });
  });

  it('reads a video: channel, date, thumbnail, views', () => {
    const post = read(
      ld({
        '@context': 'https://schema.org',
        '@type': 'VideoObject',
        name: 'The long proof',
        description: 'Seven minutes.',
        author: 'Harbour Mill',
        uploadDate: '2026-11-20',
        thumbnailUrl: ['/thumb.jpg'],
        interactionStatistic: {
          interactionType: { '@type': 'http://schema.org/WatchAction' },
          userInteractionCount: 99,
        },
      }),
    );
    expect(post).toMatchObject({
      kind: 'video',
      author: { name: 'Harbour Mill' },
      time: null,
      day: '2026-11-20',
      media: [{ kind: 'image', url: 'https://a.example/thumb.jpg' }],
      counts: { views: { value: 99 } },
    });
  });

  it('follows references within a graph, and names all authors', () => {
    const post = read(
      ld({
        '@graph': [
          {
            '@type': ['Article', 'Thing'],
            '@id': `${HERE}#article`,
            headline: 'H',
            author: [{ '@id': '#a' }, { '@id': '#b' }],
            image: { '@id': '#i' },
          },
          { '@type': 'Person', '@id': '#a', name: 'Aoi', url: 'https://a.example/aoi' },
          { '@type': 'Person', '@id': '#b', name: 'Ben' },
          { '@type': 'ImageObject', '@id': '#i', contentUrl: '/i.png', width: '640', caption: 'A mill' },
          { '@type': 'Organization', name: 'Nobody' },
        ],
      }),
    );
    expect(post).toMatchObject({
      kind: 'article',
      author: { name: 'Aoi, Ben', url: 'https://a.example/aoi' },
      media: [{ url: 'https://a.example/i.png', width: 640, height: 0, alt: 'A mill' }],
    });
  });

  it('takes the thing that is of this page, not those it lists', () => {
    const other = { '@type': 'NewsArticle', headline: 'Another', url: 'https://a.example/other' };
    const own = { '@type': 'Article', headline: 'This one', mainEntityOfPage: `${HERE}/` };
    expect(read(ld([other, own])).title).toBe('This one');
    expect(
      read(`<title>T</title>${ld([other])}${ld({ ...other, url: 'https://a.example/third' })}`).title,
    ).toBe('T');
  });

  it('reads a person where the page is of one', () => {
    const person = {
      '@type': 'Person',
      name: 'Sora',
      alternateName: '@sora',
      description: 'Bakes.',
      url: HERE,
    };
    expect(read(ld({ '@type': 'ProfilePage', mainEntity: person }))).toMatchObject({
      kind: 'profile',
      author: { name: 'Sora', handle: '@sora', url: HERE },
      text: 'Bakes.',
      status: 'full',
    });
  });

  it('mends what can be mended and passes over the rest', () => {
    const article = '{"@type":"Article","headline":"Line\nbreak","description":"Tom &amp; Jerry <b>run</b>"}';
    const post = read(
      `${ld('{ not json')}${ld('')}${ld('null')}${ld('[[[1,"x"]]]')}${ld(`/*<![CDATA[*/${article}/*]]>*/`)}`,
    );
    expect(post).toMatchObject({ title: 'Line break', text: 'Tom & Jerry run' });
  });

  it('is not moved by keys and shapes made to break it', () => {
    const deep = `${'{"mainEntity":'.repeat(3000)}1${'}'.repeat(3000)}`;
    const hostile =
      '{"@type":"Article","__proto__":{"headline":"polluted"},"constructor":{"prototype":{"x":1}},"headline":"Safe","author":{"name":{"name":{"name":"x"}}},"image":["javascript:alert(1)","data:image/png;base64,AA"],"datePublished":"soon","interactionStatistic":{"interactionType":"__proto__","userInteractionCount":"constructor"}}';
    const post = read(
      ld(deep) + ld(hostile) + ld(`{"@type":"Article","headline":"${'x'.repeat(1_100_000)}"}`),
    );
    expect(post).toMatchObject({ title: 'Safe', media: [], time: null, counts: {}, author: { name: '' } });
    expect(Object.hasOwn(Object.prototype, 'headline')).toBe(false);
  });

  it('caps text and pictures and says so', () => {
    const image = Array.from({ length: 150 }, (_, at) => `/${at}.png`);
    const post = read(ld({ '@type': 'Article', articleBody: 'word '.repeat(TEXT_CAP), image }));
    expect(post.media).toHaveLength(MEDIA_CAP);
    expect(post.text.length).toBeLessThanOrEqual(TEXT_CAP);
    expect(post.capped).toEqual(['text', 'media']);
  });
});

describe('escaped text', () => {
  const text = (description: string) => read(ld({ '@type': 'Article', headline: 'H', description })).text;
  it('of data is decoded, bared of markup, and decoded once more', () => {
    expect(text('&lt;p&gt;A chef who&amp;rsquo;s fond&hellip;&lt;/p&gt;')).toBe('A chef who’s fond…');
    expect(text('Kites &amp;amp; cake')).toBe('Kites & cake');
    expect(text('&amp;lt;div&amp;gt; is a tag')).toBe('<div> is a tag');
    expect(text('The <div> element')).toBe('The <div> element');
    expect(text('1 < 2 && 3 > 2')).toBe('1 < 2 && 3 > 2');
  });

  it('that the document has decoded is left as it is', () => {
    const post = read(
      '<title>&lt;b&gt;x&lt;/b&gt; &amp;amp; y</title><meta name="description" content="&lt;i&gt;a&lt;/i&gt; &amp;lt;">',
    );
    expect([post.title, post.text]).toEqual(['<b>x</b> &amp; y', '<i>a</i> &lt;']);
  });

  it('loses soft hyphens', () => {
    expect(read('<title>Dra\u00adchen\u2060</title>').title).toBe('Drachen');
  });
});

describe('microdata', () => {
  it('keeps parts in their thing, and takes each value from where its element has it', () => {
    const post = read(`<div itemscope itemtype="http://schema.org/VideoObject">
      <link itemprop="url" href="/story"><meta itemprop="name" content="A film">
      <span itemprop="author" itemscope itemtype="http://schema.org/Person"><link itemprop="url" href="http://a.example/@mill"><link itemprop="name" content="The Mill"></span>
      <span itemprop="thumbnail" itemscope><link itemprop="url" href="/t.jpg"><meta itemprop="width" content="1280"></span>
      <p itemprop="description">One<br>two</p><time itemprop="uploadDate" datetime="2026-11-20">today</time>
      <meta itemprop="interactionCount" content="1077"><meta itemprop="name" content="second name"></div>`);
    expect(post).toMatchObject({
      kind: 'video',
      title: 'A film',
      author: { name: 'The Mill', handle: '@mill', url: 'http://a.example/@mill' },
      text: 'One\ntwo',
      time: null,
      day: '2026-11-20',
      media: [{ url: 'https://a.example/t.jpg', width: 1280 }],
      counts: { views: { value: 1077, exact: true } },
      status: 'full',
    });
  });
});

describe('Open Graph', () => {
  it('is read under its names, Twitter’s and the older ones', () => {
    const post = read(
      `<html lang="en"><title>T | Site</title>${meta({
        'og:title': 'T',
        'twitter:description': 'Words',
        'og:image': 'https://cdn.example/1.png',
        'og:image:width': '640',
        'og:image:height': 'undefined',
        'og:image:alt': 'A mill',
        'og:type': 'article',
        'article:author': 'https://a.example/sora',
        'twitter:creator': '@sora',
        'article:published_time': '2026-11-20T00:00:00Z',
      })}<meta name="author" content="Sora">`,
    );
    expect(post).toMatchObject({
      kind: 'article',
      title: 'T',
      text: 'Words',
      author: { name: 'Sora', handle: '@sora', url: 'https://a.example/sora' },
      media: [{ kind: 'image', url: 'https://cdn.example/1.png', alt: 'A mill', width: 640, height: 0 }],
      time: Date.UTC(2026, 10, 20),
      status: 'full',
    });
  });

  it('yields to richer data, fact by fact', () => {
    const post = read(
      ld({ '@type': 'Article', headline: 'From data' }) +
        meta({ 'og:title': 'From graph', 'og:description': 'Words' }),
    );
    expect([post.title, post.text]).toEqual(['From data', 'Words']);
  });

  it('of a network’s bare page tells author, words, counts, and the address the time', () => {
    const post = read(
      meta({
        'og:type': 'article',
        'og:site_name': 'Instagram',
        'og:title': 'Sora on Instagram: "Fresh bread: today"',
        'og:description': '298K likes, 553 comments - sora on May 29, 2021: "Fresh bread: today". ',
        'twitter:title': 'Sora (@sora.bakes) • Instagram photo',
        'og:url': 'https://www.instagram.com/p/CPeC-Eenc8l/',
      }),
      { href: 'https://www.instagram.com/p/CPeC-Eenc8l/?igsh=abc' },
    );
    expect(post).toMatchObject({
      key: 'https://www.instagram.com/p/CPeC-Eenc8l/',
      kind: 'post',
      text: 'Fresh bread: today',
      author: { name: 'Sora', handle: '@sora.bakes' },
      counts: { likes: { value: 298_000, exact: false }, replies: { value: 553, exact: true } },
      time: Date.UTC(2021, 4, 29, 19, 59, 33, 398),
      status: 'full',
    });
  });
});

describe('any page', () => {
  it('without an address that could be stored is not read', () => {
    for (const href of ['about:blank', 'file:///etc/hosts', 'chrome://settings/', '']) {
      expect(readPage(parsed('<title>T</title>'), { href, loadedHref: href, selection: '' })).toEqual({
        ok: false,
        missing: ['url'],
      });
    }
  });

  it('is captured with what is selected, cut where it is too long', () => {
    const post = read('<title>T</title>', { selection: 'あ'.repeat(TEXT_CAP + 5) });
    expect([post.text.length, post.capped, post.status]).toEqual([TEXT_CAP, ['text'], 'full']);
  });

  it('is not changed by being read', () => {
    const doc = parsed(`<title>T</title>${ld({ '@type': 'Article', headline: 'H' })}<p>x</p>`);
    const before = doc.documentElement.outerHTML;
    read(doc);
    expect(doc.documentElement.outerHTML).toBe(before);
  });
});
