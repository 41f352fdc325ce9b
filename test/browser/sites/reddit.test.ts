import { afterEach, beforeAll, describe, it } from 'vitest';
import { reddit } from '../../../src/sites/reddit.ts';
import { defineElements } from '../../hosts/reddit/elements.ts';
import { redditExpected } from '../../hosts/reddit/expected.ts';
import { reddit as newReddit, oldReddit } from '../../hosts/reddit/reddit.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

beforeAll(() => defineElements(null));
afterEach(closeStandIn);

const hostOf = (address: string) => (address.includes('//old.') ? oldReddit : newReddit);

describe('reddit', () => {
  it.each(Object.entries(redditExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(hostOf(page.address), page.address);
    readsAs(reddit, page);
  });
});
