import { type PagePicture, pageHeight, pdfOf } from './pdf';

const JPEG_QUALITY = 0.92;

/** A PNG data URL's bytes; `fetch` would do it in a line, but the page's policy rightly keeps it from reading data URLs. */
export function pngOf(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (char) => char.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

/** A picture of a whole interface as a document, cut into pages. @throws Error where the browser can't draw it */
export async function pdfOfPicture(title: string, png: Blob): Promise<Blob> {
  const picture = await createImageBitmap(png);
  const step = pageHeight(picture.width);
  const pages: PagePicture[] = [];
  for (let top = 0; top < picture.height; top += step) pages.push(await pageOf(picture, top, Math.min(step, picture.height - top)));
  return new Blob([pdfOf(title, pages)], { type: 'application/pdf' });
}

async function pageOf(picture: ImageBitmap, top: number, height: number): Promise<PagePicture> {
  const { width } = picture;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  canvas.getContext('2d')!.drawImage(picture, 0, top, width, height, 0, 0, width, height);
  const blob = await new Promise<Blob>((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('The page could not be drawn.'))), 'image/jpeg', JPEG_QUALITY));
  return { jpeg: new Uint8Array(await blob.arrayBuffer()), width, height };
}

/** The largest picture of a whole interface that is asked for, in pixels. */
export const WHOLE = { width: 2_400, height: 16_000, whole: true } as const;
