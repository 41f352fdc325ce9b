import { describe, expect, it } from 'vitest';
import { SharedLink } from '../../../src/link/link.ts';
import { type LinkRules, USUAL_RULES } from '../../../src/link/link-rules.ts';
import { makeLink, NO_MATERIAL, shorteningOf } from '../../../src/link/make-link.ts';
import { sharedLinkOf } from '../../../src/link/publish-links.ts';
import { idOf, UNMADE } from '../../../src/link/short.ts';
import { x } from '../../../src/share/channels/x.ts';
import { outlinedLink, targetOf } from '../../../src/share/outlined-link.ts';
import type { Membership } from '../../../src/team/membership.ts';

const shortening = (rules: Partial<LinkRules> = {}) => ({
  address: 'https://go.kissa.example',
  hub: 'hub-of-a-test',
  rules: { ...USUAL_RULES, ...rules },
});
const tracking = (target = 'https://kissa.example/autumn') => ({
  target,
  channel: x,
  campaign: 'autumn',
  content: 'item-1',
  code: '7k3m9q2a',
});
const making = (target: string) => ({
  target,
  at: 5,
  share: 'share-0001',
  channel: x,
  site: 'bluesky',
  material: { item: 'item-1', campaign: 'autumn' },
  title: 'A title',
  picture: '',
});
const member = (part: Partial<Membership>) =>
  ({
    links: 'https://go.kissa.example',
    hub: 'h',
    role: 'member',
    rules: USUAL_RULES,
    ...part,
  }) as Membership;

describe('a short link', () => {
  it('is made where the team’s hub makes links, by who writes there', () => {
    expect(shorteningOf(member({}))?.address).toBe('https://go.kissa.example');
    for (const none of [null, member({ links: '' }), member({ role: 'viewer' })])
      expect(shorteningOf(none)).toBeNull();
  });

  it('carries the number that its id comes from, and where it leads with all labels of the target', async () => {
    const target = targetOf(tracking(), shortening());
    if (!target.ok) throw new Error(target.reason);
    expect(target.url).toBe(
      'https://kissa.example/autumn?utm_source=x&utm_medium=social&utm_campaign=autumn&utm_content=item-1&ref=7k3m9q2a',
    );
    const { url, short } = await makeLink(making(target.url), shortening());
    if (!short) throw new Error('no short link');
    expect(await idOf(short.nonce)).toBe(short.id);
    expect(url).toBe(`https://go.kissa.example/${short.id}`);
    const told = sharedLinkOf(short, []);
    expect(SharedLink.parse(told)).toMatchObject({
      target: target.url,
      item: 'item-1',
      campaign: 'autumn',
      site: 'bluesky',
    });
    expect(JSON.stringify(told)).not.toContain('share-0001');
    expect(sharedLinkOf(short, ['site', 'item'])).toMatchObject({ site: '', item: '' });
  });

  it.each([
    [{ labels: false }, 'https://kissa.example/autumn?ref=7k3m9q2a'],
    [
      { code: false },
      'https://kissa.example/autumn?utm_source=x&utm_medium=social&utm_campaign=autumn&utm_content=item-1',
    ],
    [{ labels: false, code: false }, 'https://kissa.example/autumn'],
  ])('tells the target what the team decides: %o', (rules, url) => {
    expect(targetOf(tracking(), shortening(rules))).toEqual({ ok: true, url });
  });

  it('is shown before it is made, as long as it will be', async () => {
    const outlined = outlinedLink(tracking(), shortening());
    const { url } = await makeLink(making('https://kissa.example/autumn'), shortening());
    expect(outlined).toEqual({ ok: true, url: `https://go.kissa.example/${UNMADE}` });
    expect(outlined.ok && outlined.url.length).toBe(url.length);
  });

  it.each([
    ['a site that the team blocks', 'https://evil.example/', { block: ['evil.example'] }],
    ['a site that the team does not allow', 'https://other.example/', { allow: ['kissa.example'] }],
    ['a name within an office', 'http://wiki/page', {}],
    ['the hub itself', 'https://go.kissa.example/other', {}],
  ])('is not made for %s: the share carries the target itself', async (_, target, rules) => {
    expect(await makeLink(making(target), shortening(rules))).toEqual({ url: target, short: null });
    const outlined = outlinedLink(tracking(target), shortening(rules));
    expect(outlined.ok && outlined.url.startsWith(target)).toBe(true);
  });

  it('is another for each share', async () => {
    const made = await Promise.all(
      Array.from({ length: 50 }, () => makeLink(making('https://kissa.example/'), shortening())),
    );
    expect(new Set(made.map(({ url }) => url)).size).toBe(50);
  });

  it('declares the target that its owner wants, also while that waits', async () => {
    const { short } = await makeLink(making('https://kissa.example/'), shortening());
    if (!short) throw new Error('no short link');
    expect(sharedLinkOf({ ...short, asked: 'https://other.example/' }, [])?.target).toBe(
      'https://other.example/',
    );
    expect(NO_MATERIAL).toEqual({ item: '', campaign: '' });
  });
});
