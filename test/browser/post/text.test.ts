import { afterEach, describe, expect, it, vi } from 'vitest';
import { TEXT_CAP } from '../../../src/post/caps.ts';
import { selectedText } from '../../../src/post/selected-text.ts';
import { type TextOptions, textOf } from '../../../src/post/text.ts';

const MATH =
  '<math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow><annotation encoding="application/x-tex">E=m</annotation></semantics></math>';

/** An element with this content, in the page. */
function shown(markup: string, style = ''): HTMLElement {
  const root = document.createElement('div');
  root.setAttribute('style', style);
  root.innerHTML = markup;
  document.body.append(root);
  return root;
}

const read = (markup: string, style = '', options: TextOptions = {}) =>
  textOf(shown(markup, style), options).text;

afterEach(() => {
  document.body.replaceChildren();
});

describe('the text of a subtree', () => {
  it.each([
    ['plain <b>bold</b> end', 'plain bold end'],
    ['  a \n\t b  ', 'a b'],
    ['fo<b>ur</b>', 'four'],
    ['a<br>b<br><br>c', 'a\nb\n\nc'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<p>one<br></p>\n<p>two</p>', 'one\n\ntwo'],
    ['<div>one</div><div>two</div>three', 'one\ntwo\nthree'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<pre>if a:\n    b</pre>', 'if a:\n    b'],
    ['一\u3000二&nbsp;三', '一\u3000二\u00a0三'],
    ['', ''],
    ['<div><br></div>', ''],
    ['<ruby>虐待<rt>ぎゃくたい</rt></ruby>を防ぐ', '虐待を防ぐ'],
    ['<ruby>明<rp>(</rp><rt>あ</rt><rp>)</rp>日</ruby>', '明日'],
    ['Dra\u00adchen', 'Drachen'],
    [`<span class="katex"><span>${MATH}</span><span aria-hidden="true"><i>E</i>=m</span></span>.`, 'E=m.'],
    [`<mjx-container><mjx-math aria-hidden="true">Em</mjx-math><span>${MATH}</span></mjx-container>`, 'E=m'],
    [
      `A <span><span style="display: none">${MATH}</span><img alt="{E=m}" aria-hidden="true"></span>`,
      'A E=m',
    ],
  ])('%s', (markup, text) => {
    expect(read(markup)).toBe(text);
  });

  it.each([
    ['hi <img alt="👋">!', 'hi 👋!'],
    ['<img alt="🇨🇳"><img alt="1️⃣"><img alt="ℹ️">', '🇨🇳1️⃣ℹ️'],
    ['<img alt=":blobcat:" class="custom-emoji"> <img alt="[doge]">', ':blobcat: [doge]'],
    ['<img class="emoji" alt="face smiling">', 'face smiling'],
    ['a <img alt="A long road in the evening" src="/road.jpg"> b', 'a b'],
    ['family 👩‍👩‍👧 \u2764\ufe0f', 'family 👩‍👩‍👧 \u2764\ufe0f'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('keeps emoji, not pictures: %s', (markup, text) => {
    expect(read(markup)).toBe(text);
  });

  it('takes out what steers direction or is of no width', () => {
    expect(read('a\u202eb\u202c \u2066c\u2069 d\u200be\ufefff')).toBe('ab c def');
  });

  it('leaves out what is not for reading', () => {
    const unseen =
      '<script>x</script><style>x</style><template>x</template><noscript>x</noscript><svg><title>x</title></svg><i hidden>x</i><i style="display: none">x</i><!-- x -->';
    expect(read(`a${unseen}b`)).toBe('ab');
    const root = shown('words');
    root.hidden = true;
    expect(textOf(root).text).toBe('words');
  });

  it('takes links whole that are drawn in parts', () => {
    const x =
      '<a><span aria-hidden="true">https://</span>a.example/long<span aria-hidden="true">er/path</span><span aria-hidden="true">…</span></a> end';
    const mastodon =
      '<a><span class="invisible">https://</span><span class="ellipsis">a.example/long</span><span class="invisible">er/path</span></a> end';
    expect(read(x)).toBe('https://a.example/longer/path end');
    expect(read(mastodon)).toBe('https://a.example/longer/path end');
    expect(read('wait<span>…</span>')).toBe('wait…');
  });

  it('keeps line breaks in text where the style does', () => {
    const markup = '<span>one\n\ntwo </span><a>#tag</a><span>\n</span><a>#other</a>';
    expect(read(markup, 'white-space: pre-wrap')).toBe('one\n\ntwo #tag\n#other');
    expect(read(markup)).toBe('one two #tag #other');
    expect(read(markup, '', { lines: 'keep' })).toBe('one\n\ntwo #tag\n#other');
    expect(read(markup, 'white-space: pre-wrap', { lines: 'collapse' })).toBe('one two #tag #other');
  });

  it('does not take the indentation of saved markup for words', () => {
    const markup = '<span>one </span>\n            <span>two</span>\n            <span>three</span>';
    expect(read(markup, 'white-space: pre-wrap')).toBe('one two three');
  });

  it('keeps a name on its line where a page sets it in an inline div, as X does', () => {
    const name = (style: string) =>
      `<span>by </span><div style="${style}"><a>@sora</a></div><span> today</span>`;
    expect(read(name('display: inline-flex'))).toBe('by @sora today');
    expect(read(name('display: block'))).toBe('by\n@sora\ntoday');
  });

  it('asks for no style and no layout where the text has no break', () => {
    const root = shown('<p>one <b>two</b></p><p>three<br>four <img alt="👋"></p>');
    const style = vi.spyOn(window, 'getComputedStyle');
    const layout = vi.spyOn(Element.prototype, 'getBoundingClientRect');
    const inner = vi.spyOn(HTMLElement.prototype, 'innerText', 'get');
    expect(textOf(root).text).toBe('one two\n\nthree\nfour 👋');
    expect([style, layout, inner].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
    vi.restoreAllMocks();
  });
});

describe('hostile text', () => {
  it('is cut at the cap, never within a character', () => {
    const root = shown('');
    root.textContent = `${'a'.repeat(TEXT_CAP - 1)}👋 and more`;
    const { text, cut } = textOf(root);
    expect(cut).toBe(true);
    expect(text).toBe('a'.repeat(TEXT_CAP - 1));
    root.textContent = `${'a'.repeat(TEXT_CAP - 2)}👋`;
    expect(textOf(root)).toEqual({ text: root.textContent, cut: false });
    expect(textOf(root, { max: 5 })).toEqual({ text: 'aaaaa', cut: true });
  });

  it('of a megabyte is not taken as a whole', () => {
    const root = shown('');
    root.append('x'.repeat(1_000_000), ' '.repeat(1_000_000), 'end');
    const replace = vi.spyOn(String.prototype, 'replace');
    const { text, cut } = textOf(root);
    const longest = Math.max(...replace.mock.contexts.map((context) => String(context).length));
    vi.restoreAllMocks();
    expect([text.length, cut]).toEqual([TEXT_CAP, true]);
    expect(longest).toBeLessThanOrEqual(4096);
  });

  it('of white space only is empty and not cut', () => {
    const root = shown('');
    root.append(' '.repeat(1_000_000), '\n'.repeat(100_000));
    expect(textOf(root, { lines: 'keep' })).toEqual({ text: '', cut: false });
  });

  it('twelve thousand elements deep does not overflow', () => {
    const root = document.createElement('div');
    let inner: Element = root;
    for (let depth = 0; depth < 12_000; depth += 1) {
      const next = document.createElement('i');
      inner.append(next);
      inner = next;
    }
    inner.append('deep');
    expect(textOf(root)).toEqual({ text: 'deep', cut: false });
  });

  it('of very many empty elements is looked at to an end', () => {
    const root = document.createElement('div');
    root.append('start', ...Array.from({ length: 60_000 }, () => document.createElement('i')), 'end');
    expect(textOf(root)).toEqual({ text: 'start', cut: true });
  });

  it('with half a character is made whole', () => {
    const root = shown('');
    root.textContent = 'a\ud83dz';
    expect(textOf(root).text).toBe('a\ufffdz');
  });

  it('shows markup as text', () => {
    const root = shown('');
    root.textContent = '<img src=x onerror=alert(1)>';
    expect(textOf(root).text).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('what is selected', () => {
  function select(start: Node, from: number, end: Node, to: number): string {
    getSelection()?.setBaseAndExtent(start, from, end, to);
    return selectedText(document);
  }
  const first = (element: Element | null) => element?.firstChild ?? document.body;

  it('is its part of the text, without readings and without what is not drawn', () => {
    const root = shown('<p>one two</p><p class="gone">x</p><p><ruby>明日<rt>あす</rt></ruby>の三</p>');
    root.querySelector<HTMLElement>('.gone')?.style.setProperty('display', 'none');
    const [one, last] = [root.querySelector('p'), root.lastElementChild];
    expect(select(first(one), 4, last?.lastChild ?? root, 1)).toBe('two\n\n明日の');
    expect(select(first(one), 0, first(one), 3)).toBe('one');
    expect(select(root, 0, root, root.childNodes.length)).toBe('one two\n\n明日の三');
  });

  it('is nothing where nothing is', () => {
    getSelection()?.removeAllRanges();
    expect(selectedText(document)).toBe('');
  });
});
