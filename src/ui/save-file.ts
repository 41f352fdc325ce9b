/**
 * Has the browser save a file under a name, as a download. The anchor never enters the page, so that no listener of it hears
 * the click.
 */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next minute; giving the address back at once stops it in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
