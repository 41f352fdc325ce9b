import { buildWeb } from './build-web.ts';

// The companion that the hub serves is built from what is here, as the hub itself runs from it.
if (!process.argv.includes('--help')) await buildWeb();
await import('../../src/hub/main.ts');
