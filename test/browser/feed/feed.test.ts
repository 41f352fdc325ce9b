import { afterEach, describe, expect, it, vi } from 'vitest';
import { MARK } from '../../../src/feed/own-markers.ts';
import { reddit } from '../../../src/sites/reddit.ts';
import { askedRoots } from '../roots.ts';
import { until } from '../stage.tsx';
import { card, clearAll, elements, microtasks, pair, pairs, perCard, recipe, run } from './cards.ts';

afterEach(clearAll);

const pressed = (within: ParentNode) => {
  const { share, keep } = pair(within);
  return [share, keep].map((one) => String(one.hasAttribute('data-on')));
};
const article = (at = 0): Element => {
  const found = document.querySelectorAll('article')[at];
  if (!found) throw new Error('no card');
  return found;
};

describe('mounting', () => {
  it('takes what is there, and what comes in the task in which it comes', async () => {
    document.body.append(...elements(card('a')));
    run();
    expect(perCard()).toEqual([1]);
    let framed = false;
    requestAnimationFrame(() => {
      framed = true;
    });
    document.body.append(...elements(`<section>${card('b')}${card('c')}</section>`));
    await microtasks();
    expect(framed).toBe(false);
    expect(perCard()).toEqual([1, 1, 1]);
  });

  it('waits for a row that comes later', async () => {
    run();
    document.body.append(...elements(card('a').replace(/<div class="deeds">.*?<\/div>/, '')));
    await microtasks();
    expect(perCard()).toEqual([0]);
    article().append(...elements('<div class="deeds"></div>'));
    await microtasks();
    expect(perCard()).toEqual([1]);
  });

  it('leaves an advertisement alone', async () => {
    run();
    document.body.append(...elements(card('a').replace('<article>', '<article class="ad">')));
    await microtasks();
    expect(pairs()).toEqual([]);
  });

  it('gives each of nested posts its own', async () => {
    document.body.append(...elements(card('a', card('b', card('c')))));
    run();
    expect(perCard()).toEqual([1, 1, 1]);
    article(1).append(...elements(card('d')));
    await microtasks();
    expect(perCard()).toEqual([1, 1, 1, 1]);
  });

  it('never puts two on a post, however often the page touches it', async () => {
    document.body.append(...elements(card('a')));
    run();
    const one = article();
    for (let i = 0; i < 20; i += 1) {
      one.querySelector('.deeds')?.append(document.createElement('i'));
      one.querySelector('.time')?.setAttribute('href', `/p/a?${i}`);
      document.body.append(one);
      await microtasks();
    }
    expect(perCard()).toEqual([1]);
  });

  it('stands in the slot of a row that is drawn in a shadow root', async () => {
    document.body.append(
      ...elements(
        '<shreddit-post id="t3_a" permalink="/r/x/comments/a/t/"><shreddit-post-share-button slot="share-button"></shreddit-post-share-button></shreddit-post>',
      ),
    );
    run({}, reddit);
    const { host } = pair();
    expect(host.slot).toBe('share-button');
    expect(host.nextElementSibling?.localName).toBe('shreddit-post-share-button');
    host.nextElementSibling?.remove();
    host.remove();
    await microtasks();
    expect(pair().host.parentElement?.localName).toBe('shreddit-post');
    expect(pair().host.slot).toBe('share-button');
  });
});

describe('a page that moves and redraws', () => {
  it('shows the other post’s state on a card that is used again', async () => {
    document.body.append(...elements(card('a')));
    run({ 'cards:a': 3, 'cards:b': 2 });
    await until(() => expect(pressed(article())).toEqual(['true', 'true']));
    article().querySelector('.time')?.setAttribute('href', '/p/b');
    await until(() => expect(pressed(article())).toEqual(['false', 'true']));
    article().querySelector('.time')?.setAttribute('href', '/p/c');
    await until(() => expect(pressed(article())).toEqual(['false', 'false']));
    // Known by now: at once, and not asked again.
    article().querySelector('.time')?.setAttribute('href', '/p/a');
    await microtasks();
    expect(pressed(article())).toEqual(['true', 'true']);
  });

  it('puts a pair back that was thrown out with its row', async () => {
    document.body.append(...elements(card('a')));
    run();
    article()
      .querySelector('.deeds')
      ?.replaceWith(...elements('<div class="deeds"></div>'));
    await microtasks();
    expect(perCard()).toEqual([1]);
    pair().host.remove();
    await microtasks();
    expect(perCard()).toEqual([1]);
  });

  it('gives a card up that throws the pair out again and again', async () => {
    document.body.append(...elements(card('a')));
    run();
    for (let i = 0; i < 100 && pairs().length > 0; i += 1) {
      pair().host.remove();
      await microtasks();
    }
    expect(pairs()).toEqual([]);
  });

  it('removes a pair that the page cloned, and keeps the own one', async () => {
    document.body.append(...elements(card('a')));
    run();
    const { host } = pair();
    host.after(host.cloneNode(true));
    await microtasks();
    expect(pairs()).toEqual([host]);
  });

  it('gives a cloned card a pair that works', async () => {
    document.body.append(...elements(card('a')));
    const { feed } = run();
    document.body.append(article().cloneNode(true));
    await microtasks();
    expect(perCard()).toEqual([1, 1]);
    expect(feed.mountedOf(pair(article(1)).host)?.root).toBe(article(1));
  });

  it('does not let a pair stand in another card', async () => {
    document.body.append(...elements(card('a') + card('b')));
    const { feed } = run();
    article(1)
      .querySelector('.deeds')
      ?.prepend(pair(article(0)).host);
    await microtasks();
    expect(perCard()).toEqual([1, 1]);
    for (const at of [0, 1]) expect(feed.mountedOf(pair(article(at)).host)?.root).toBe(article(at));
  });

  it('knows a card that went and came back', async () => {
    document.body.append(...elements(card('a')));
    run();
    const one = article();
    one.remove();
    await microtasks();
    document.body.append(one);
    await microtasks();
    expect(perCard()).toEqual([1]);
  });
});

describe('the root of a pair', () => {
  it('is closed, and clones with it', () => {
    document.body.append(...elements(card('a')));
    run();
    const cloned = pair().host.cloneNode(true) as Element;
    expect(cloned.shadowRoot?.querySelectorAll('button')).toHaveLength(2);
    expect(new Set(askedRoots.map((asked) => JSON.stringify(asked)))).toEqual(
      new Set([JSON.stringify({ mode: 'closed', clonable: true })]),
    );
  });
});

describe('states', () => {
  it('asks once a batch, and never about what it knows', async () => {
    const { asked } = run();
    document.body.append(...elements(card('a') + card('b') + card('a')));
    await microtasks();
    document.body.append(...elements(card('b') + card('c')));
    await microtasks();
    expect(asked).toEqual([['cards:a', 'cards:b'], ['cards:c']]);
  });

  it('shows a state that changes elsewhere on every card of the post', () => {
    document.body.append(...elements(card('a') + card('b') + card('a')));
    const { feed } = run();
    feed.mark('cards:a', 1);
    expect([0, 1, 2].map((at) => pressed(article(at))[0])).toEqual(['true', 'false', 'true']);
    feed.mark('cards:a', 0);
    expect(pressed(article(2))).toEqual(['false', 'false']);
  });

  it('knows every card at once when the first state of a site comes, also one that was used again before', async () => {
    document.body.append(...elements(card('a') + card('b') + card('a')));
    const { feed, asked } = run({}, recipe, true);
    await microtasks();
    article(0).querySelector('.time')?.setAttribute('href', '/p/c');
    await microtasks();
    feed.mark('cards:a', 2);
    expect([0, 1, 2].map((at) => pressed(article(at))[1])).toEqual(['false', 'false', 'true']);
    document.body.append(...elements(card('a')));
    article(0).querySelector('.time')?.setAttribute('href', '/p/a');
    await microtasks();
    expect([0, 3].map((at) => pressed(article(at))[1])).toEqual(['true', 'true']);
    expect(asked).toEqual([]);
  });

  it('shows what all the marks of the site tell on cards that were there before the answer', async () => {
    document.body.append(...elements(card('a') + card('b')));
    run({ 'cards:b': 3 }, recipe, true);
    await microtasks();
    expect([0, 1].map((at) => pressed(article(at)))).toEqual([
      ['false', 'false'],
      ['true', 'true'],
    ]);
  });

  it('takes a mark that arrives meanwhile for newer than the answer with all the marks', async () => {
    document.body.append(...elements(card('a')));
    const { feed } = run({ 'cards:a': 3 }, recipe, true);
    feed.mark('cards:a', 0);
    await microtasks();
    expect(pressed(article())).toEqual(['false', 'false']);
  });

  it('keeps a state that arrived while the answer was on its way', async () => {
    document.body.append(...elements(card('a')));
    const { feed } = run();
    feed.mark('cards:a', 1);
    await microtasks();
    expect(pressed(article())).toEqual(['true', 'false']);
  });
});

describe('words', () => {
  it('name the buttons by whose post it is once the page rests, or somebody reaches for one', async () => {
    document.body.append(...elements(card('a') + card('b')));
    const names = {
      share: 'Share',
      keep: 'Keep',
      shareOf: 'Share {author}’s post',
      keepOf: 'Keep {author}’s post',
    };
    const { feed } = run();
    feed.rename(names);
    expect(pair().share.ariaLabel).toBe('Share');
    const mounted = feed.mountedOf(pair(article(1)).host);
    if (mounted) feed.point(mounted, 'share', 'focus');
    expect(pair(article(1)).share.ariaLabel).toBe('Share Mai’s post');
    await until(() => expect(pair().keep.ariaLabel).toBe('Keep Mai’s post'));
    const [author] = article().getElementsByClassName('name');
    if (author) author.textContent = 'Ben';
    article().append(document.createElement('i'));
    const first = feed.mountedOf(pair().host);
    if (first) feed.point(first, 'share', 'pointer');
    expect(pair().share.ariaLabel).toBe('Share Ben’s post');
    expect([pair().host.role, pair().share.title]).toEqual(['none', '']);
  });

  it('names posts that come as a person scrolls only once the page rests longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      document.body.append(...elements(card('a')));
      const { feed } = run();
      feed.rename({ share: 'Share', keep: 'Keep', shareOf: '{author}', keepOf: '{author}' });
      const labels = () => [...document.querySelectorAll('article')].map((one) => pair(one).share.ariaLabel);
      vi.advanceTimersByTime(500);
      expect(labels()).toEqual(['Mai']);
      for (const more of ['b', 'c']) {
        document.body.append(...elements(card(more)));
        await microtasks();
        vi.advanceTimersByTime(1500);
      }
      expect(labels()).toEqual(['Mai', 'Share', 'Share']);
      vi.advanceTimersByTime(1000);
      expect(labels()).toEqual(['Mai', 'Mai', 'Mai']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('names the buttons, and changes the names on all that is mounted and all that comes', async () => {
    document.body.append(...elements(card('a')));
    const { feed } = run();
    expect(pair().share.ariaLabel).toBe('Share with your link');
    feed.rename({ share: '紹介', keep: '保存' });
    document.body.append(...elements(card('b')));
    await microtasks();
    for (const at of [0, 1]) {
      const { share, keep } = pair(article(at));
      expect([share.ariaLabel, keep.ariaLabel]).toEqual(['紹介', '保存']);
    }
  });
});

describe('the page', () => {
  it('differs by our own nodes alone, and by nothing once we are gone', async () => {
    document.body.append(...elements(card('a', card('b')) + card('c')));
    const before = document.documentElement.outerHTML;
    const { stop } = run({ 'cards:a': 3 });
    document.body.append(...elements(card('d')));
    await microtasks();
    expect(document.documentElement.outerHTML).not.toBe(before);
    article(3).remove();
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const node of copy.querySelectorAll(`[${MARK}]`)) node.remove();
    expect(copy.outerHTML).toBe(before);
    stop.abort();
    expect(document.documentElement.outerHTML).toBe(before);
    document.body.append(...elements(card('e')));
    await microtasks();
    expect(pairs()).toEqual([]);
  });
});
