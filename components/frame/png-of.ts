/** A data URL's bytes; `fetch` would do it in a line, but the page's policy rightly keeps it from reading data URLs. */
export function pngOf(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}
