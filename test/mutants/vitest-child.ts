import { join } from 'node:path';
import { createVitest, type TestSequencer, type TestSpecification } from 'vitest/node';

/**
 * Vitest on a copy of the project, as a process of its own: a mutant that never ends is ended with it. In one process for
 * all mutants, since a start costs as much as twenty of them.
 */

export interface Request {
  /** What has changed since the last request. */
  readonly changed: readonly string[];
  readonly tests: readonly string[];
}

/** Of each file of tests, whether all in it passed and how long it took, ms. A file that did not run is not in it. */
export type Reply = readonly { readonly file: string; readonly passed: boolean; readonly ms: number }[];

const [tree = '', project = 'unit'] = process.argv.slice(2);

/** In the order of the request: the first file of tests that fails ends the run. */
let order: readonly string[] = [];
class RequestedOrder implements TestSequencer {
  shard = (specs: TestSpecification[]) => specs;
  sort = (specs: TestSpecification[]) =>
    specs.toSorted((a, b) => order.indexOf(a.moduleId) - order.indexOf(b.moduleId));
}

const vitest = await createVitest({
  config: join(tree, 'test/vitest.config.ts'),
  root: tree,
  project: [project],
  watch: false,
  ...(project === 'unit' && { pool: 'threads' }),
  bail: 1,
  reporters: [{}],
  silent: true,
  update: false,
  sequence: { sequencer: RequestedOrder },
});
await vitest.standalone();

async function answer({ changed, tests }: Request): Promise<Reply> {
  for (const file of changed) vitest.invalidateFile(join(tree, file));
  order = tests.map((file) => join(tree, file));
  const { testModules, unhandledErrors } = await vitest.runTestFiles([...order]);
  // Vitest still has the modules of all earlier runs.
  return testModules
    .filter((module) => order.includes(module.moduleId) && module.state() !== 'queued')
    .map((module) => ({
      file: module.moduleId.slice(tree.length + 1),
      passed: module.ok() && unhandledErrors.length === 0,
      ms: module.diagnostic().duration + module.diagnostic().collectDuration,
    }));
}

let last = Promise.resolve();
process.on('message', (request: Request) => {
  last = last.then(async () => void process.send?.(await answer(request)));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
