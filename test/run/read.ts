import { readFileSync } from 'node:fs';
import { PageReader, type PageToRead } from './read-page.ts';

/** How many posts are wanted of a page that mounts few at a time; 0: those that are there. */
function postsIn(argv: readonly string[]): number {
  const at = argv.indexOf('--posts');
  const wanted = at < 0 ? 0 : Number(argv[at + 1]);
  if (!Number.isInteger(wanted) || wanted < 0) throw new Error('--posts wants a whole number');
  return wanted;
}

function asked(argv: readonly string[]): PageToRead {
  const at = argv.indexOf('--url');
  const valued = new Set(['--url', '--posts']);
  const source = argv.find((one, i) => !one.startsWith('--') && !valued.has(argv[i - 1] ?? ''));
  if (!source)
    throw new Error(
      'usage: npm run -s read -- <saved.html | address> [--url REAL_ADDRESS] [--scripts] [--posts N]',
    );
  const live = /^https?:\/\//.test(source);
  const address = (at >= 0 && argv[at + 1]) || (live ? source : '');
  if (!address) throw new Error('a saved page needs its real address: --url https://…');
  const scripts = live || argv.includes('--scripts');
  return { address, html: live ? null : readFileSync(source, 'utf8'), scripts, posts: postsIn(argv) };
}

async function main(): Promise<void> {
  const wanted = asked(process.argv.slice(2));
  const reader = await PageReader.open();
  try {
    process.stdout.write(`${JSON.stringify(await reader.posts(wanted))}\n`);
  } finally {
    await reader.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
