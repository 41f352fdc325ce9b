import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bridge } from '../../../src/feed/bridge.ts';
import { linkedin } from '../../../src/sites/linkedin.ts';
import { heldOf, linkedin as host } from '../../hosts/linkedin/linkedin.ts';
import { feed } from '../../hosts/linkedin/posts.ts';
import { hold } from '../../hosts/linkedin/script.ts';
import { closeStandIn, openMarkup, openStandIn, readAll, siteAt } from './stand-in.ts';

beforeAll(() => bridge(linkedin.held ?? {}));
afterEach(closeStandIn);

const FEED = 'https://www.linkedin.com/feed/';
const site = siteAt(linkedin, FEED);
const NAMELESS = `${FEED}?nameless=1`;

describe('linkedin, where nothing says a post’s number', () => {
  it('says that the address and the time are missing, keeps the rest, and tells cards apart', () => {
    openStandIn(host, NAMELESS);
    const posts = readAll(siteAt(linkedin, NAMELESS));
    expect(posts.map(({ status, missing, url }) => ({ status, missing, url }))).toEqual(
      posts.map(() => ({ status: 'partial', missing: ['url', 'time'], url: NAMELESS })),
    );
    expect(posts.map(({ key }) => key)).toEqual(['linkedin:card/rmP0slHPXOJ9', 'linkedin:card/qT-7_kaW2bMd']);
    expect(posts[0]).toMatchObject({ author: { name: 'あさひ珈琲', handle: 'company/asahi-coffee' } });
  });

  it('guesses none of two that the page holds for one card, nor of those of the whole list', () => {
    openStandIn(host, NAMELESS);
    const both = ['urn:li:activity:7530769653170176012', 'urn:li:activity:7530551254712320009'];
    hold(feed.map(({ card }) => ({ card, urns: both })));
    expect(readAll(site).map(({ missing }) => missing[0])).toEqual(['url', 'url']);
    hold(feed.map(({ card }) => ({ card, urns: [] })));
    expect(readAll(site).map(({ missing }) => missing[0])).toEqual(['url', 'url']);
  });

  it('believes no answer that is no post’s number', () => {
    openStandIn(host, NAMELESS);
    const lie = (event: Event) => {
      const said = { detail: 'javascript:alert(1)//urn:li:person:1' };
      event.target?.dispatchEvent(new CustomEvent('musubi:told', said));
    };
    window.addEventListener('musubi:ask', lie, true);
    hold(heldOf(feed));
    const posts = readAll(site);
    window.removeEventListener('musubi:ask', lie, true);
    for (const { url } of posts) expect(url).toMatch(/^https:\/\/www\.linkedin\.com\/feed\//);
  });

  it('leaves nothing on the page that it read', () => {
    openStandIn(host, FEED);
    hold(heldOf(feed));
    const before = document.body.outerHTML;
    readAll(site);
    expect(document.body.outerHTML).toBe(before);
  });
});

describe('linkedin, the post a page is about', () => {
  const card = (key: string) =>
    `<div role="listitem" componentkey="update-card-focus${key}"><a href="/in/mira-holt/"><div aria-label="Mira Holt"><p>Mira Holt</p><p>• 2nd</p></div></a><p><span data-testid="expandable-text-box">Words of ${key}</span></p></div>`;

  it('takes its number from the address, and that of the next post from nowhere', () => {
    openMarkup(card('one'));
    const [only] = readAll(siteAt(linkedin, `${FEED}update/urn%3Ali%3Aactivity%3A7530551254712320009/`));
    expect(only).toMatchObject({
      key: 'linkedin:activity:7530551254712320009',
      url: `${FEED}update/urn:li:activity:7530551254712320009/`,
      status: 'full',
      text: 'Words of one',
    });
    openMarkup(card('one') + card('two'));
    const [first, second] = readAll(
      siteAt(linkedin, 'https://www.linkedin.com/posts/mira-holt_cupping-activity-7530551254712320009-aB_c'),
    );
    expect(first?.key).toBe('linkedin:activity:7530551254712320009');
    expect(second?.missing).toContain('url');
  });
});
