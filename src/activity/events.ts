import { siteOf } from '../post/of-site.ts';
import { table } from '../workspace/declare.ts';
import { Event } from './event.ts';
import { marks } from './mark.ts';
import { followMoved, isDayOfMoment, mergeEvents } from './merge.ts';
import { rollups } from './rollup.ts';
import { tally } from './tally.ts';

export const events = table({
  name: 'events',
  row: Event,
  indexes: 'id, at, about',
  title: 'tableEvents',
  purpose: 'purposeEvents',
  leaves: 'never',
  keep: 'always',
  archive: {
    merge: mergeEvents,
    follow: followMoved,
    fits: isDayOfMoment,
    alongside: [rollups, marks],
    written: tally,
  },
  ages: 'at',
  choices: [180, 365, 730],
  // A captured post's event is needed for as long as the post is there: to take it back, and to capture it again.
  spares: ({ type }) => type === 'captured',
  withoutSite: (event, site) => (siteOf(event) === site ? null : event),
});
