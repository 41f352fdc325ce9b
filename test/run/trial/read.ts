import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Run } from './kind.ts';

const Input = z.looseObject({ page: z.string(), url: z.string() });

const savedPage = (folder: string, { page, url }: z.infer<typeof Input>) => ({
  address: url,
  html: readFileSync(join(folder, page), 'utf8'),
  scripts: false,
});

/** The posts of a saved page. */
export const runRead: Run = async (one, { folder, reader }) =>
  (await reader()).posts(savedPage(folder, Input.parse(one)));

/** All of a saved page selected and kept. */
export const runSelection: Run = async (one, { folder, reader }) => {
  const { text } = await (await reader()).selection(savedPage(folder, Input.parse(one)));
  return { text };
};
