import { afterEach, describe, it } from 'vitest';
import { instagram } from '../../../src/sites/instagram.ts';
import { instagramExpected } from '../../hosts/instagram/expected.ts';
import { instagram as host } from '../../hosts/instagram/instagram.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

afterEach(closeStandIn);

describe('instagram', () => {
  it.each(Object.entries(instagramExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address);
    readsAs(instagram, page);
  });
});
