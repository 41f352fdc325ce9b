import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { extensionDir } from '../run/build.ts';

/** What a page of a feed loads at most, gzip: the feed's script, the largest site's recipe and the longest words. */
export function contentGzipBytes(): number {
  const root = extensionDir('chrome', 'e2e');
  const sizeOf = (file: string) => gzipSync(readFileSync(`${root}/${file}`)).length;
  const largest = (folder: string) =>
    Math.max(...readdirSync(`${root}/${folder}`).map((file) => sizeOf(`${folder}/${file}`)));
  return sizeOf('feed.js') + largest('sites') + largest('words');
}
