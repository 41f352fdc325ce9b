const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** What a person's own file manager adds when a folder is packed again. */
const LEFT_BY_OTHERS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/** Whether a name in a zip could lead out of the folder it is unpacked into, or stand for something else there. */
export function isDangerous(name: string): boolean {
  if (name === '' || name.length > 200 || /[\\:*?"<>|]/.test(name) || /[^\x20-\x7e]/.test(name)) return true;
  if (name.startsWith('/')) return true;
  const parts = name.replace(/\/$/, '').split('/');
  return parts.some(
    (part) => part === '' || part === '..' || part === '.' || /[ .]$/.test(part) || DEVICE.test(part),
  );
}

/** Whether an entry is only what packing again leaves: folders and the marks of file managers. */
export function isLeftover(name: string, bytes: number): boolean {
  return (name.endsWith('/') && bytes === 0) || LEFT_BY_OTHERS.test(name);
}
