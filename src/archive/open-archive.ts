import * as z from 'zod/mini';
import { versionOf } from '../workspace/open.ts';
import { type Archived, carried } from './archived.ts';
import { FORMAT_VERSION, LIMITS, MANIFEST, Manifest, Stamp } from './format.ts';
import { Refused } from './refusal.ts';
import { unsafeReason } from './unsafe-value.ts';
import { readDirectory, type ZipEntry } from './zip/directory.ts';
import { folderOf, isDangerous, isLeftover } from './zip/names.ts';
import { unpackWhole } from './zip/read.ts';

/** An archive whose manifest and directory agree. Its files are not read yet. */
export interface OpenArchive {
  readonly blob: Blob;
  readonly manifest: Manifest;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly hashes: ReadonlyMap<string, string>;
}

/** Guesses from its names what a zip without our manifest is. */
function foreignKind(names: readonly string[]): string {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^\[Content_Types\]\.xml$/)) return 'Office';
  if (has(/^META-INF\/|^AndroidManifest\.xml$/)) return 'Java/Android';
  if (has(/^manifest\.json$/) && has(/background|icons?\/|_locales\//)) return 'extension';
  if (has(/^data\/(?:tweets|like|account)\.js$/)) return 'X';
  if (has(/^mimetype$/)) return 'document';
  return names[0]?.slice(0, 80) ?? '';
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new Refused('manifest', { file: MANIFEST, detail: String(error) });
  }
}

function checkManifest(value: unknown, names: readonly string[], version: number): Manifest {
  const wrong = unsafeReason(value);
  if (wrong) throw new Refused('manifest', { file: MANIFEST, detail: wrong });
  const stamp = Stamp.safeParse(value);
  if (!stamp.success) throw new Refused('foreign', { detail: foreignKind(names) });
  if (stamp.data.version > FORMAT_VERSION) {
    throw new Refused('newer', { file: MANIFEST, detail: `${stamp.data.version}` });
  }
  const manifest = Manifest.safeParse(value);
  if (!manifest.success) {
    throw new Refused('manifest', { file: MANIFEST, detail: z.prettifyError(manifest.error) });
  }
  if (manifest.data.diary > version) throw new Refused('newer', { detail: manifest.data.app });
  return manifest.data;
}

/** Checks that every file in the manifest exists with its size, and that there are no others. */
function checkListing(manifest: Manifest, entries: ReadonlyMap<string, ZipEntry>): Map<string, string> {
  const hashes = new Map<string, string>();
  let total = 0;
  for (const { name, bytes, sha256 } of manifest.files) {
    const entry = entries.get(name);
    if (!entry) throw new Refused('missing', { file: name });
    if (entry.bytes !== bytes)
      throw new Refused('damaged', { file: name, detail: `${entry.bytes}, not ${bytes} bytes` });
    if (hashes.has(name)) throw new Refused('manifest', { file: name, detail: 'named twice' });
    total += bytes;
    hashes.set(name, sha256);
  }
  if (total > LIMITS.total) throw new Refused('bomb', { detail: `${total} bytes` });
  for (const name of entries.keys()) {
    if (name !== MANIFEST && !hashes.has(name)) throw new Refused('unlisted', { file: name });
  }
  return hashes;
}

function checkTables(manifest: Manifest, archived: Archived, hashes: ReadonlyMap<string, string>): void {
  const known = new Set(carried(archived).map((table) => table.name));
  const seen = new Set<string>();
  for (const { name, file } of manifest.tables) {
    if (!known.has(name) || seen.has(name))
      throw new Refused('manifest', { file: MANIFEST, detail: `table ${name}` });
    if (!hashes.has(file)) throw new Refused('missing', { file });
    seen.add(name);
  }
}

/** The files of a zip relative to the folder that somebody may have packed again. */
function unfolded(entries: ReadonlyMap<string, ZipEntry>): Map<string, ZipEntry> {
  const folder = folderOf([...entries.keys()], MANIFEST);
  const inside = new Map<string, ZipEntry>();
  for (const [name, entry] of entries) {
    if (isLeftover(name, entry.bytes)) continue;
    const own = name.slice(folder.length);
    if (isDangerous(own)) throw new Refused('path', { file: name });
    inside.set(own, entry);
  }
  return inside;
}

/** Opens a zip as an archive, or throws `Refused` with the reason. Reads only the directory and the manifest. */
export async function openArchive(blob: Blob, archived: Archived): Promise<OpenArchive> {
  const entries = unfolded(await readDirectory(blob));
  const entry = entries.get(MANIFEST);
  const names = [...entries.keys()];
  if (!entry) throw new Refused('foreign', { detail: foreignKind(names) });
  const value = parsed(await unpackWhole(blob, entry, LIMITS.manifest));
  const manifest = checkManifest(value, names, versionOf(archived.tables));
  const hashes = checkListing(manifest, entries);
  checkTables(manifest, archived, hashes);
  return { blob, manifest, entries, hashes };
}
