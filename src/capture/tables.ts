import { hostOf, siteOf } from '../post/of-site.ts';
import { TRASH, table } from '../workspace/declare.ts';
import { Capture, Collection, Medium } from './capture.ts';
import { mergeCaptures } from './merge-captures.ts';
import { isPictureOfItsHash } from './picture-type.ts';

export const captures = table({
  name: 'captures',
  row: Capture,
  indexes: 'id, &post, at, *also, read.url, [read.author.url+at], [read.site+at], undone',
  title: 'tableCaptures',
  purpose: 'purposeCaptures',
  leaves: 'never',
  keep: 'always',
  subject: true,
  archive: { rank: 1, merge: mergeCaptures },
  trash: TRASH,
  // One that went into another post's capture holds what that one came from.
  spares: ({ into }) => into !== undefined && into !== '',
  withoutSite: (capture, site) => {
    const { site: id, url } = capture.read;
    return siteOf({ site: id, place: hostOf(url) }) === site ? null : capture;
  },
});

export const collections = table({
  name: 'collections',
  row: Collection,
  indexes: 'id',
  title: 'tableCollections',
  purpose: 'purposeCollections',
  leaves: 'never',
  keep: 'always',
});

export const media = table({
  name: 'media',
  row: Medium,
  indexes: 'hash, at',
  title: 'tableMedia',
  purpose: 'purposeMedia',
  leaves: 'never',
  keep: 'always',
  // The key is the hash of the bytes: two rows of one key hold the same picture.
  archive: { rank: 2, merge: (mine) => mine, fits: isPictureOfItsHash },
  ages: 'at',
  choices: [90, 365],
});
