import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

export const root = resolve(new URL('../../..', import.meta.url).pathname);

export interface Import {
  readonly from: string;
  readonly to: string;
  readonly type: boolean;
}

export function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** Every import of a file, the dynamic ones too; whether it is of types alone. */
export function importsOf(file: string, text: string): Import[] {
  const { module } = parseSync(file, text);
  const to = (specifier: string) => relative(root, resolve(root, dirname(file), specifier));
  const fixed = module.staticImports.map((one) => ({
    from: file,
    to: to(one.moduleRequest.value),
    local: one.moduleRequest.value.startsWith('.'),
    type: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  const again = module.staticExports
    .flatMap((one) => one.entries)
    .filter((entry) => entry.moduleRequest)
    .map((entry) => ({
      from: file,
      to: to(entry.moduleRequest?.value ?? ''),
      local: entry.moduleRequest?.value.startsWith('.') ?? false,
      type: entry.isType,
    }));
  const later = module.dynamicImports.map((one) => {
    const specifier = text
      .slice(one.moduleRequest.start, one.moduleRequest.end)
      .replace(/^['"`]|['"`]$/g, '');
    return { from: file, to: to(specifier), local: specifier.startsWith('.'), type: false };
  });
  return [...fixed, ...again, ...later].filter((one) => one.local);
}

/** The folder of src that a file is in, where a capability's hub side is one of its own; empty where it is in none. */
export const folderOf = (path: string) => /^src\/([^/]+(?:\/hub)?)\//.exec(path)?.[1] ?? '';
