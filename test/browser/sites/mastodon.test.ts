import { afterEach, describe, it } from 'vitest';
import { mastodon } from '../../../src/sites/mastodon.ts';
import { mastodonExpected } from '../../hosts/mastodon/expected.ts';
import { mastodon as host } from '../../hosts/mastodon/mastodon.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

afterEach(closeStandIn);

describe('mastodon', () => {
  it.each(Object.entries(mastodonExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address, 'article');
    readsAs(mastodon, page);
  });
});
