const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/**
 * What a person's own file manager adds when a folder is packed again: of macOS (with a second half of each file, called as it
 * with `._` before), Windows, KDE and network drives.
 */
const LEFT_BY_OTHERS =
  /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$|\.(?:Spotlight-V100|Trashes|fseventsd)\/|\.directory$|@eaDir\/|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Whether a name in a zip could lead out of the folder it is unpacked into, or stand for something else there. `anywhere`: the
 * folder it lies in is not taken off yet, and may have a name in any script.
 */
export function isDangerous(name: string, anywhere = false): boolean {
  if (name === '' || name.length > (anywhere ? 500 : 200) || /[\\:*?"<>|]/.test(name)) return true;
  if ((anywhere ? /[^\x20-\x7e\x80-\xff]/ : /[^\x20-\x7e]/).test(name)) return true;
  if (name.startsWith('/')) return true;
  const parts = name.replace(/\/$/, '').split('/');
  return parts.some(
    (part) => part === '' || part === '..' || part === '.' || /[ .]$/.test(part) || DEVICE.test(part),
  );
}

/** Whether something of a zip is of a folder's own file manager, whatever is in it. */
const isOthers = (name: string) => LEFT_BY_OTHERS.test(name);

/**
 * The folder that all of a zip lies in, where somebody packed the unpacked folder again: the one that `file` is in. Empty where
 * it lies in none, or something else lies beside the folder.
 */
export function folderOf(names: readonly string[], file: string): string {
  const own = names.filter((name) => !isOthers(name));
  const found = own.filter((name) => name === file || name.endsWith(`/${file}`));
  const shortest = found.sort((a, b) => a.length - b.length)[0] ?? file;
  const folder = shortest.slice(0, -file.length);
  return own.every((name) => name.startsWith(folder) || folder.startsWith(name)) ? folder : '';
}

/** Whether an entry is only what packing again leaves: folders and the marks of file managers. */
export function isLeftover(name: string, bytes: number): boolean {
  return (name.endsWith('/') && bytes === 0) || isOthers(name);
}
