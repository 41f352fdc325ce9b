import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = new URL('../../', import.meta.url).pathname;
const BUILT = join(ROOT, '.output/attack-modules');

/** Packages of many small files that a hub reads at its start. */
const PACKAGES = ['kysely', 'kysely/migration', 'yjs', '@hocuspocus/server', 'hono', 'zod/mini'] as const;

const entryOf = (name: string) => name.replaceAll('/', '_');

/**
 * The packages of a hub, each in one file: hundreds of hubs are started, and half of what a start costs is to look for eight
 * hundred files. What is in them is not changed. Answers with which file stands for which package.
 */
export async function hubModules(): Promise<Readonly<Record<string, string>>> {
  const files = PACKAGES.map((name) => join(BUILT, `${entryOf(name)}.mjs`));
  const lock = statSync(join(ROOT, 'package-lock.json')).mtimeMs;
  if (!files.every((file) => existsSync(file) && statSync(file).mtimeMs > lock)) await bundled();
  return Object.fromEntries(PACKAGES.map((name, at) => [name, `file://${files[at]}`]));
}

async function bundled(): Promise<void> {
  rmSync(BUILT, { recursive: true, force: true });
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['ws'] },
    build: {
      ssr: true,
      outDir: BUILT,
      target: 'node24',
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(PACKAGES.map((name) => [entryOf(name), name])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'part-[hash].mjs' },
      },
    },
  });
}
