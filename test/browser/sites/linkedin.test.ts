import { afterEach, beforeAll, describe, it } from 'vitest';
import { bridge } from '../../../src/feed/bridge.ts';
import { linkedin } from '../../../src/sites/linkedin.ts';
import { linkedinExpected } from '../../hosts/linkedin/expected.ts';
import { heldOf, linkedin as host } from '../../hosts/linkedin/linkedin.ts';
import { feed } from '../../hosts/linkedin/posts.ts';
import { hold } from '../../hosts/linkedin/script.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

beforeAll(() => bridge(linkedin.held ?? {}));
afterEach(closeStandIn);

describe('linkedin', () => {
  it.each(Object.entries(linkedinExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address);
    hold(heldOf(feed));
    readsAs(linkedin, page);
  });
});
