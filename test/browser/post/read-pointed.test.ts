import { afterEach, describe, expect, it } from 'vitest';
import { type Pointed, readPointed, WHOLE_PAGE } from '../../../src/post/page/read-pointed.ts';
import { Post } from '../../../src/post/post.ts';
import { clear } from '../stage.tsx';

const HERE = 'https://a.example/story?b=1';

function stand(markup: string): HTMLElement {
  const main = document.createElement('main');
  main.append(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
  document.body.append(main);
  return main;
}
afterEach(() => {
  getSelection()?.removeAllRanges();
  clear();
});

function select(from: Node, at: number, to: Node, until: number): void {
  getSelection()?.setBaseAndExtent(from, at, to, until);
}
const textIn = (selector: string) => document.querySelector(selector)?.firstChild as Text;

function read(pointed: Partial<Pointed> = {}): Post {
  const selection = String(getSelection() ?? '');
  const reading = readPointed(
    document,
    { ...WHOLE_PAGE, ...pointed },
    { href: HERE, loadedHref: HERE, selection },
  );
  if (!reading.ok) throw new Error('not read');
  return Post.parse(reading.post);
}

describe('selected words', () => {
  it('are the text, and the address leads to them; the key stays the page’s', () => {
    stand('<p id="a">A mill by the water.</p><p id="b">The mill turns at night, and by day.</p>');
    const words = textIn('#b');
    select(words, 4, words, 14);
    expect(read()).toMatchObject({
      key: HERE,
      url: `${HERE}#:~:text=mill%20turns`,
      text: 'mill turns',
    });
  });

  it('across blocks are named by how they begin and end, whatever is hidden between', () => {
    stand(
      '<h2 id="a">Old bread</h2><p hidden>secret old bread</p><script>const x = 1;</script><p>is <b>toasted</b><br>here</p><p id="b">and eaten warm</p>',
    );
    select(textIn('#a'), 0, textIn('#b'), 9);
    expect(read().url).toBe(`${HERE}#:~:text=Old%20bread,and%20eaten`);
  });

  it('that recur are distinguished by what stands beside them', () => {
    stand('<ul><li>salt, bread</li><li id="a">milk, <i>bread</i></li></ul>');
    const words = textIn('#a i');
    select(words, 0, words, 5);
    expect(read().url).toBe(`${HERE}#:~:text=milk%2C-,bread`);
  });

  it('in another frame are the text all the same', () => {
    stand('<p>Nothing selected here</p>');
    expect(read({ selection: 'words of a frame' })).toMatchObject({ text: 'words of a frame', url: HERE });
  });

  it('in preformatted text stay within their line', () => {
    stand('<pre id="a">one\ntwo three\nfour</pre>');
    const words = textIn('#a');
    select(words, 4, words, 13);
    expect(read().url).toBe(`${HERE}#:~:text=two%20three`);
  });

  it('leave the page as it was', () => {
    const main = stand('<p id="a">A mill</p>');
    const before = main.outerHTML;
    select(textIn('#a'), 2, textIn('#a'), 6);
    read();
    expect(main.outerHTML).toBe(before);
    expect(String(getSelection())).toBe('mill');
  });
});

describe('a picture', () => {
  const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

  it('is the first of the page’s media, with what the page says of it', () => {
    stand('<img alt="A stone mill" src="https://cdn.example/mill.png">');
    expect(read({ image: 'https://cdn.example/mill.png' })).toMatchObject({
      key: HERE,
      media: [{ kind: 'image', url: 'https://cdn.example/mill.png', alt: 'A stone mill' }],
    });
  });

  it('without an address of its own is left out', () => {
    stand(`<img alt="x" src="${PIXEL}">`);
    expect(read({ image: PIXEL }).media).toEqual([]);
  });
});

describe('a link', () => {
  const link = 'https://b.example/far?utm_source=a#part';

  it('stands for its target, called as it calls it, and says that nothing more was read', () => {
    stand(`<a href="${link}">far</a> <a href="${link}">Far and  <b>away</b></a> <a href="/near">near</a>`);
    expect(read({ link })).toMatchObject({
      key: 'https://b.example/far',
      url: 'https://b.example/far',
      title: 'Far and away',
      text: '',
      status: 'partial',
      missing: ['author', 'text', 'time'],
    });
  });

  it('in focus is called by its own words', () => {
    stand(`<a id="a" href="${link}">far</a> <a href="${link}">Far and away</a>`);
    document.querySelector<HTMLElement>('#a')?.focus();
    expect(read({ link }).title).toBe('far');
  });

  it('around a picture goes with it, called by what the picture shows', () => {
    stand(`<a href="${link}"><img alt="A far mill" src="https://cdn.example/far.png"></a>`);
    expect(read({ link, image: 'https://cdn.example/far.png' })).toMatchObject({
      title: 'A far mill',
      media: [{ url: 'https://cdn.example/far.png' }],
    });
  });

  it('yields to words that are selected', () => {
    stand(`<p id="a">see <a href="${link}">far</a> away</p>`);
    select(textIn('#a'), 0, textIn('#a'), 3);
    expect(read({ link, selection: 'see' })).toMatchObject({ key: HERE, text: 'see' });
  });

  it('to no page of the web is not read', () => {
    for (const href of ['mailto:a@b.example', 'javascript:void 0', 'about:blank']) {
      const options = { href: HERE, loadedHref: HERE, selection: '' };
      expect(readPointed(document, { ...WHOLE_PAGE, link: href }, options)).toEqual({
        ok: false,
        missing: ['url'],
      });
    }
  });
});
