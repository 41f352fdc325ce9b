import { afterEach, describe, expect, it } from 'vitest';
import { bluesky } from '../../../src/sites/bluesky.ts';
import { instagram } from '../../../src/sites/instagram.ts';
import { linkedin } from '../../../src/sites/linkedin.ts';
import type { Recipe } from '../../../src/sites/recipe.ts';
import { reddit } from '../../../src/sites/reddit.ts';
import { x } from '../../../src/sites/x.ts';
import { youtube } from '../../../src/sites/youtube.ts';
import { closeStandIn, openMarkup, readAll, siteAt } from './stand-in.ts';

afterEach(closeStandIn);

function readMarkup(recipe: Recipe, address: string, markup: string) {
  openMarkup(markup);
  return readAll(siteAt(recipe, address));
}

describe('linkedin, as its server draws it in 2026', () => {
  const SHELL =
    'componentkey="replaceableComment_urn:li:comment:(urn:li:activity:7444658505212661760,7444660540175450112)"';
  const person = (slug: string, inside: string) =>
    `<a href="https://www.linkedin.com/in/${slug}/"><div>${inside}</div></a>`;
  const card = (inside: string) =>
    readMarkup(
      linkedin,
      'https://www.linkedin.com/feed/',
      `<div role="listitem" componentkey="expandedAAAAFeedType_MAIN_FEED_RELEVANCE"><a href="https://www.linkedin.com/in/sora/"><figure><img src="https://media.licdn.com/dms/image/v2/D5/profile-framedphoto-shrink_100_100/1"></figure></a>${person('sora', '<div aria-label="Sora"><p>Sora • 2nd</p></div>')}<p componentkey="feed-commentaryAAAA"><span data-testid="expandable-text-box">Rye at seven.</span></p>${inside}<div><button><svg id="thumbs-up-outline-small"></svg></button></div></div>`,
    );

  it('counts a comment that is drawn in three shells once, and a face as no picture', () => {
    const comment = `<p><span>Ben Verified 1st</span><span aria-hidden="true">Ben<span aria-hidden="true"><svg></svg></span><span> • 1st</span></span></p>`;
    const shells = `<div ${SHELL}><div><div ${SHELL}><div><div ${SHELL}>${person('ben', comment)}<span data-testid="expandable-text-box">Seven it is.</span></div></div></div></div></div>`;
    const posts = card(shells);
    expect(posts.map(({ kind, author, text, media }) => [kind, author.name, text, media])).toEqual([
      ['post', 'Sora', 'Rye at seven.', []],
      ['comment', 'Ben', 'Seven it is.', []],
    ]);
  });

  it.each([
    ['FeTranslationUrn(entityUrn=ShareUrn(shareId=7444658505212661760))', 'share'],
    ['FeTranslationUrn(entityUrn=UgcPostUrn(ugcPostId=7444658505212661760))', 'ugcPost'],
    ['FeTranslationUrn(entityUrn=ActivityUrn(activityId=7444658505212661760))', 'activity'],
  ])('finds the post’s number in %s', (urn, type) => {
    const original = `<a href="https://www.linkedin.com/feed/update/urn:li:share:7400000000000000000/"><i id="translatable-commentary-FeTranslationUrn(shareId=7400000000000000000)"></i></a>`;
    expect(card(`${original}<i id="translatable-commentary-${urn}"></i>`)[0]?.url).toBe(
      `https://www.linkedin.com/feed/update/urn:li:${type}:7444658505212661760/`,
    );
  });

  const twice = (words: string) => `<p><span>${words}</span><span aria-hidden="true">${words}</span></p>`;
  it('counts by the row where all three stand there, and guesses nothing where one is missing', () => {
    const all = `<div><p><span>1,204 反応</span></p>${twice('2 件')}${twice('1 回')}</div>`;
    expect(card(all)[0]?.counts).toMatchObject({
      likes: { value: 1204 },
      replies: { value: 2 },
      reposts: { value: 1 },
    });
    expect(card(`<div><p><span>104 reactions</span></p>${twice('1 repost')}</div>`)[0]?.counts).toEqual({});
  });
});

describe('x, a post on its own page', () => {
  const page = (inside: string, label: string) =>
    readMarkup(
      x,
      'https://x.com/sora/status/2013045749580259680',
      `<article data-testid="tweet"><div data-testid="User-Name"><a href="/sora"><span>Sora</span></a><a href="/sora" tabindex="-1"><span>@sora</span></a></div>${inside}<a href="/sora/status/2013045749580259680"><time datetime="2026-01-19T00:28:01.000Z">x</time></a><div role="group" id="id__1" aria-label="${label}"></div></article>`,
    )[0];

  it('reads an article: its title apart from its text', () => {
    const article = `<div data-testid="twitter-article-title"><span>On rye</span></div><div data-testid="twitterArticleRichTextView"><div data-block="true"><span>Rye is slow.</span></div><div data-block="true"><span>So are we.</span></div></div>`;
    expect(page(article, '1 reply')).toMatchObject({ title: 'On rye', text: 'Rye is slow.\nSo are we.' });
    expect(page('<div data-testid="twitter-article-title"><span>On rye</span></div>', '')).toMatchObject({
      status: 'partial',
      missing: ['text'],
    });
  });

  it.each([
    ['76 replies, 234 reposts, 2378 likes, Liked, 8190 bookmarks, 1122900 views', 1_122_900],
    ['1,204 replies, 2 reposts, 3 likes, 4 bookmarks, 12,345 views', 12_345],
    ['返信3件、リポスト1件、いいね7件、ブックマーク2件、表示3692件', 3692],
    ['76 replies, 234 reposts, 1,204 likes, 8190 bookmarks', undefined],
    ['76 replies, 2378 likes', undefined],
  ])('views of “%s”', (label, views) => {
    expect(page('<div data-testid="tweetText">Hi</div>', label)?.counts.views?.value).toBe(views);
  });
});

describe('youtube, cards of any generation', () => {
  const row = (inside: string) => `<div class="any-hash-${Math.random()}">${inside}</div>`;
  const said = (words: string) => `<span role="text">${words}</span>`;
  const card = (rows: string) =>
    readMarkup(
      youtube,
      'https://www.youtube.com/watch?v=0J2_YGuNrDo',
      `<yt-lockup-view-model><a href="/watch?v=saggDHHnmtQ&pp=1"></a><h3 title="Rye"><a href="/watch?v=saggDHHnmtQ">Rye</a></h3><yt-content-metadata-view-model>${rows}</yt-content-metadata-view-model></yt-lockup-view-model>`,
    )[0];
  const dot = '<span aria-hidden="true"> • </span>';
  const views = row(said('49K views') + dot + said('3 days ago'));

  it('read by place: name, views, and a badge that is neither', () => {
    expect(card(row(said('Sora')) + views)).toMatchObject({
      author: { name: 'Sora' },
      counts: { views: { value: 49_000 } },
    });
    expect(card(row(said('Sora')) + views + row(said('New')))).toMatchObject({
      author: { name: 'Sora' },
      counts: { views: { value: 49_000 } },
    });
    const own = card(views);
    expect([own?.author.name, own?.counts.views?.value]).toEqual(['', 49_000]);
  });
});

describe('bluesky, the post that a page is about', () => {
  it('parts a name from the handle in one link', () => {
    const post = readMarkup(
      bluesky,
      'https://bsky.app/profile/sora.example.com/post/3mdegyw3ves2t',
      `<div data-testid="postThreadItem-by-sora.example.com"><a href="/profile/sora.example.com" aria-label="Sora"><div>Sora @ home</div><div>\u202a@sora.example.com\u202c</div></a><div data-word-wrap="1">Rye.</div><a href="/profile/sora.example.com/post/3mdegyw3ves2t/liked-by"><span data-testid="likeCount-expanded">369 likes</span></a><button data-testid="likeBtn"></button></div>`,
    )[0];
    expect(post).toMatchObject({
      author: { name: 'Sora @ home', handle: '@sora.example.com' },
      counts: { likes: { value: 369 } },
    });
  });
});

describe('reddit’s search', () => {
  const counters = (...counts: string[]) =>
    `<div data-testid="search-counter-row">${counts.map((n) => `<span><faceplate-number number="${n}">${n}</faceplate-number> x</span>`).join('')}</div>`;
  const unit = (id: string, rows: string) =>
    `<div data-testid="search-post-unit"><a data-testid="post-title" href="/r/bread/comments/${id}/rye/" aria-label="Rye"></a><a data-testid="post-title-text" id="search-post-title-t3_${id}">Rye</a><faceplate-timeago ts="2025-07-17T16:43:00.000+0000"></faceplate-timeago>${rows}</div>`;
  const search = (markup: string) => readMarkup(reddit, 'https://www.reddit.com/search/?q=rye', markup);

  it('reads each result once, in either layout, without an author', () => {
    const nested = `<div data-testid="search-sdui-post" data-thingid="t3_1aaa">${unit('1aaa', counters('4', '12'))}</div>`;
    const posts = search(nested + unit('1bbb', counters('4')));
    expect(posts.map(({ key, title, status, missing }) => [key, title, status, missing])).toEqual([
      ['reddit:t3_1aaa', 'Rye', 'partial', ['author', 'handle']],
      ['reddit:t3_1bbb', 'Rye', 'partial', ['author', 'handle']],
    ]);
    expect(posts[0]?.counts).toMatchObject({ score: { value: 4 }, replies: { value: 12 } });
    expect(posts[1]?.counts).toEqual({});
  });
});

describe('instagram, reels', () => {
  const slide = (by: string) =>
    `<div style="height: 100vh"><video src="blob:x"></video><div><div role="group"><div role="presentation"><a role="link" href="/${by}/reels/"><span dir="auto">${by}</span></a><div role="button"><div dir="auto"><span>Rye and wind</span><span>… more</span></div></div><a role="link" href="/reels/audio/1/"><span dir="auto">${by} · Original audio</span></a></div></div></div></div>`;

  it('reads the one that is in view, whose words are cut', () => {
    const posts = readMarkup(
      instagram,
      'https://www.instagram.com/reels/DM4_qshB3le/',
      `<main><div>${slide('sora')}</div></main>`,
    );
    expect(posts).toMatchObject([
      { author: { handle: '@sora' }, text: 'Rye and wind', status: 'partial', missing: ['text'] },
    ]);
  });

  it('takes no word of a dialog over a post for the post’s', () => {
    const dialog =
      '<div role="dialog"><h1>Never miss a post</h1><span dir="auto">By going on you agree to <a href="https://help.example/terms">Terms</a></span></div>';
    const caption =
      '<div><span dir="auto"><div><div><a role="link" href="/sora/"><span dir="auto">sora</span></a><span><time datetime="2025-08-03T12:02:00.000Z">23w</time></span></div><span>Rye is out.</span></div></span></div>';
    const post = readMarkup(
      instagram,
      'https://www.instagram.com/reel/DM5F3Vzq6TN/',
      `<main><div>${dialog}<div><video src="blob:x"></video></div><hr><div><a role="link" href="/sora/"><img alt=""></a>${caption}</div></div></main>`,
    )[0];
    expect(post).toMatchObject({
      author: { handle: '@sora' },
      text: 'Rye is out.',
      links: [],
      status: 'full',
    });
  });
});
