/** Downloads a file under a name. The anchor is never inserted, so that no listener of the page hears the click. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // By then the download has begun; revoking at once stops it in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
