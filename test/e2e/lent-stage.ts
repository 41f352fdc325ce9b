import { Stage } from './stage.ts';

let standing: Promise<Stage> | null = null;

/**
 * A stage for a file that needs nothing special of it, in English: one browser serves them all, since to start one
 * takes longer than many a test. Whoever borrows it finds it as new. It ends with the tests' process.
 */
export async function lendStage(): Promise<Stage> {
  const isNew = standing === null;
  standing ??= Stage.open({ brief: true, lang: 'en' });
  const stage = await standing;
  if (!isNew) await stage.empty();
  return stage;
}
