import { afterEach, describe, it } from 'vitest';
import { x } from '../../../src/sites/x.ts';
import { xExpected } from '../../hosts/x/expected.ts';
import { x as host } from '../../hosts/x/x.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

afterEach(closeStandIn);

describe('x', () => {
  it.each(Object.entries(xExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address);
    readsAs(x, page);
  });
});
