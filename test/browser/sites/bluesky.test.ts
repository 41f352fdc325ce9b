import { afterEach, describe, it } from 'vitest';
import { bluesky } from '../../../src/sites/bluesky.ts';
import { bluesky as host } from '../../hosts/bluesky/bluesky.ts';
import { blueskyExpected } from '../../hosts/bluesky/expected.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

afterEach(closeStandIn);

describe('bluesky', () => {
  it.each(Object.entries(blueskyExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address);
    readsAs(bluesky, page);
  });
});
