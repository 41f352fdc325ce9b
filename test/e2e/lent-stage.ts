import { rmSync } from 'node:fs';
import { Stage } from './stage.ts';

/** Its profile: the tests' process is ended without a word, so that what it leaves is taken away by the next. */
const userDataDir = new URL('../../.output/lent-stage', import.meta.url).pathname;

let standing: Promise<Stage> | null = null;

/**
 * A stage for a file that needs nothing special of it, in English: one browser serves them all, since to start one
 * takes longer than many a test. Whoever borrows it finds it as new. It ends with the tests' process.
 */
export async function lendStage(): Promise<Stage> {
  if (standing) {
    const stage = await standing;
    await stage.empty();
    return stage;
  }
  rmSync(userDataDir, { recursive: true, force: true });
  standing = Stage.open({ brief: true, lang: 'en', userDataDir });
  return standing;
}
