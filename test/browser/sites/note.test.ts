import { afterEach, describe, it } from 'vitest';
import { note } from '../../../src/sites/note.ts';
import { noteExpected } from '../../hosts/note/expected.ts';
import { note as host } from '../../hosts/note/note.ts';
import { closeStandIn, openStandIn, readsAs } from './stand-in.ts';

afterEach(closeStandIn);

describe('note', () => {
  it.each(Object.entries(noteExpected))('reads every field of every post: %s', (_, page) => {
    openStandIn(host, page.address);
    readsAs(note, page);
  });
});
