import { benchResults } from './results.ts';

console.log(JSON.stringify(await benchResults()));
process.exit(0);
