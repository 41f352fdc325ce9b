import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/activity/event.ts';
import { sharedOf } from '../../../src/results/publish.ts';
import { OPTIONAL, type Optional } from '../../../src/team/shared-event.ts';

const AT = 1_800_000_000_000;
const event = (part: Partial<Event> = {}): Event => ({
  id: 'event-0001',
  at: AT,
  day: 20_833,
  type: 'opened',
  site: 'x',
  place: 'x.com',
  channel: 'line',
  post: 'x/1',
  about: 'share-0001',
  title: 'What is nobody else’s',
  undone: 0,
  ...part,
});
const OF = { item: 'item-0001', campaign: 'autumn' };
const everything = { from: 0, without: [] as Optional[] };

describe('what a member declares of an event', () => {
  it('is what the team counts by, and nothing of the post', () => {
    expect(sharedOf(event(), everything, OF)).toEqual({
      ...{ id: 'event-0001', at: AT, day: 20_833, type: 'opened', channel: 'line' },
      ...{ site: 'x', item: 'item-0001', campaign: 'autumn', undone: 0 },
    });
  });

  it('is the host for a page that no recipe knows, and the recipe for any other', () => {
    expect(sharedOf(event({ site: 'page', place: 'blog.example' }), everything)?.site).toBe('blog.example');
    expect(sharedOf(event({ site: 'x', place: 'mobile.x.com' }), everything)?.site).toBe('x');
  });

  it.each(OPTIONAL.flatMap((one) => [[[one]], [OPTIONAL.filter((other) => other !== one)], [[...OPTIONAL]]]))(
    'is without what they leave out: %s',
    (without) => {
      const shared = sharedOf(event(), { from: 0, without }, OF);
      const left = { site: 'x', item: 'item-0001' };
      for (const part of OPTIONAL) expect(shared?.[part]).toBe(without.includes(part) ? '' : left[part]);
      expect(shared?.campaign).toBe('autumn');
    },
  );

  it('leaves out a page’s host too', () => {
    const elsewhere = event({ site: 'page', place: 'blog.example' });
    expect(JSON.stringify(sharedOf(elsewhere, { from: 0, without: ['site'] }))).not.toContain('blog');
  });

  it('begins with the moment that they chose', () => {
    expect(sharedOf(event(), { from: AT, without: [] })).not.toBeNull();
    expect(sharedOf(event(), { from: AT + 1, without: [] })).toBeNull();
  });

  it('is nothing for what the team does not count', () => {
    for (const type of ['looked', 'clicked', 'converted'] as const)
      expect(sharedOf(event({ type }), everything)).toBeNull();
    expect(sharedOf(event({ undone: AT + 5 }), everything)?.undone).toBe(AT + 5);
    expect(sharedOf(event(), everything)).toMatchObject({ item: '', campaign: '' });
  });
});
