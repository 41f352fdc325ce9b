import { afterEach, describe, expect, it } from 'vitest';
import { note } from '../../../src/sites/note.ts';
import { noteExpected } from '../../hosts/note/expected.ts';
import { note as host } from '../../hosts/note/note.ts';
import { closeStandIn, openMarkup, openStandIn, readAll, siteAt } from './stand-in.ts';

afterEach(closeStandIn);

const at = 'https://note.com/midori_roasts/n/n0a1b2c3d4e5f';
const HEAD =
  '<h1>夕凪</h1><a href="/midori_roasts">みどり</a><time datetime="2026-11-20T09:00:00+09:00">3日前</time>';

describe('note, beside the stand-in', () => {
  it('says of an article behind a wall that it is cut, and of a free one that it is whole', () => {
    openStandIn(host, noteExpected.paid.address);
    expect(readAll(siteAt(note, noteExpected.paid.address))[0]?.capped).toEqual(['text']);
    openStandIn(host, noteExpected.detail.address);
    expect(readAll(siteAt(note, noteExpected.detail.address))[0]?.capped).toEqual([]);
  });

  it('ends the text with the tags that are not in it, once each', () => {
    openMarkup(
      `<article>${HEAD}<div data-name="body"><p>豆の話 <a href="/hashtag/豆">#豆</a></p></div><a href="/hashtag/豆">#豆</a><a href="/hashtag/店">#店</a><a href="/hashtag/店">#店</a></article>`,
    );
    expect(readAll(siteAt(note, at))[0]?.text).toBe('豆の話 #豆\n\n#店');
  });

  it('takes the title where a body is not to be found', () => {
    openMarkup(`<article>${HEAD}</article>`);
    expect(readAll(siteAt(note, at))[0]).toMatchObject({ text: '夕凪', title: '夕凪', status: 'full' });
  });

  it('takes a heart’s neighbour for a count only where it is one', () => {
    openMarkup(`<article>${HEAD}<button aria-pressed="false"></button><span>3日前に購入</span></article>`);
    expect(readAll(siteAt(note, at))[0]?.counts).toEqual({});
  });

  it('says that a card without a moment is partial', () => {
    openMarkup(
      '<div class="m-largeNoteWrapper__card"><a href="/nagi_wood/n/n9f8e7d6c5b4a" title="さじ"></a><a href="/nagi_wood">なぎ</a></div>',
    );
    expect(readAll(siteAt(note, 'https://note.com/'))).toMatchObject([
      { status: 'partial', missing: ['text', 'time'], title: 'さじ', author: { name: 'なぎ' } },
    ]);
  });

  it('takes an article on no page of its own for none', () => {
    openMarkup(`<article>${HEAD}</article>`);
    expect(readAll(siteAt(note, 'https://note.com/midori_roasts'))).toEqual([]);
  });
});
