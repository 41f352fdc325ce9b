import { freshBuild } from '../run/fresh-build.ts';
import { benchCaptures } from './captures.ts';
import { benchCrash } from './crash.ts';
import { benchDiary } from './diary.ts';
import { benchFeed } from './feed.ts';
import { benchGrowth } from './growth.ts';
import { benchRedirect } from './redirect.ts';
import { benchResults } from './results.ts';
import { benchRooms } from './rooms.ts';
import { benchShare } from './share.ts';
import { benchSync } from './sync.ts';

/** Each bench measures beside its yardstick in the same run and gives one object of figures. */
const BENCHES: Record<string, () => Promise<object>> = {
  feed: benchFeed,
  diary: benchDiary,
  share: benchShare,
  captures: benchCaptures,
  crash: benchCrash,
  sync: benchSync,
  redirect: benchRedirect,
  results: benchResults,
  rooms: benchRooms,
  growth: benchGrowth,
};

const name = process.argv[2] ?? '';
const bench = BENCHES[name];
if (!bench) {
  console.error(`usage: npm run -s bench -- ${Object.keys(BENCHES).join(' | ')}`);
  process.exit(1);
}
await freshBuild('e2e');
process.stdout.write(`${JSON.stringify(await bench())}\n`);
process.exit(0);
