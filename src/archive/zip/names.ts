const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/**
 * Files that file managers add when a folder is packed again: macOS (and its `._` twins), Windows, KDE and
 * network drives.
 */
const LEFT_BY_OTHERS =
  /(?:^|\/)(?:__MACOSX\/|\._[^/]*$|\.DS_Store$|\.(?:Spotlight-V100|Trashes|fseventsd)\/|\.directory$|@eaDir\/|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Whether a name in a zip could lead outside the folder or stand for something special there. `anywhere`: with
 * the surrounding folder, which may be named in any script.
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

/** Whether a file belongs to a file manager, whatever is in it. */
const isOthers = (name: string) => LEFT_BY_OTHERS.test(name);

/**
 * The folder around `file` where somebody packed the unpacked folder again. Empty where there is none, or where
 * something else lies beside it.
 */
export function folderOf(names: readonly string[], file: string): string {
  const own = names.filter((name) => !isOthers(name));
  const found = own.filter((name) => name === file || name.endsWith(`/${file}`));
  const shortest = found.sort((a, b) => a.length - b.length)[0] ?? file;
  const folder = shortest.slice(0, -file.length);
  return own.every((name) => name.startsWith(folder) || folder.startsWith(name)) ? folder : '';
}

/** Whether an entry is only a by-product of packing again: folders and files of file managers. */
export function isLeftover(name: string, bytes: number): boolean {
  return (name.endsWith('/') && bytes === 0) || isOthers(name);
}
