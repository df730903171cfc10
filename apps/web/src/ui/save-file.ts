/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the download has begun by then; browsers differ in when they let go of the address
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
