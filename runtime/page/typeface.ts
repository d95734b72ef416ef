const NAME = 'Geist';
const WEIGHTS = '100 900';

// As they are before generated code.
const { FontFace } = globalThis;
const fonts = document.fonts;
const add = fonts.add.bind(fonts);

let sent: ArrayBuffer | null = null;

/**
 * The house's typeface, which comes beside the first paint. What is shown before it is shown in a face of this machine that
 * is stretched to the same measure (scripts/frame-document.ts), so that lines stay where they are.
 */
export function addTypeface(bytes: ArrayBuffer): void {
  if (sent) return;
  sent = bytes;
  add(new FontFace(NAME, bytes, { weight: WEIGHTS }));
}

/** The typeface as a rule of its own, for a document that can't see this one's. */
export function typefaceRule(): string {
  if (!sent) return '';
  let binary = '';
  for (const byte of new Uint8Array(sent)) binary += String.fromCharCode(byte);
  return `@font-face{font-family:${NAME};font-weight:${WEIGHTS};src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2')}`;
}
