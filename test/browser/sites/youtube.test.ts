import { afterEach, beforeAll, describe, it } from 'vitest';
import { bridge } from '../../../src/feed/bridge.ts';
import { youtube } from '../../../src/sites/youtube.ts';
import { youtubeExpected } from '../../hosts/youtube/expected.ts';
import { hold } from '../../hosts/youtube/script.ts';
import { heldOf, youtube as host } from '../../hosts/youtube/youtube.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

beforeAll(() => bridge(youtube.held ?? {}));
afterEach(closeStandIn);

describe('youtube', () => {
  it.each(Object.entries(youtubeExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address);
    hold(heldOf());
    readsAs(youtube, page);
  });
});
