/** A page's picture as JPEG, and its size in pixels. */
export type PagePicture = { jpeg: Uint8Array; width: number; height: number };

/** A4 upright, in points, and its margin. */
const PAPER = { width: 595, height: 842, margin: 28 };

/** Pixels of a page's height, where the picture is so wide. */
export function pageHeight(width: number): number {
  return Math.floor((width * (PAPER.height - 2 * PAPER.margin)) / (PAPER.width - 2 * PAPER.margin));
}

/** A document of A4 pages, each one picture as wide as the page's text would be (PDF 1.4, ISO 32000-1: one image a page, by DCTDecode). */
export function pdfOf(title: string, pages: readonly PagePicture[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (part: string | Uint8Array) => {
    const bytes = typeof part === 'string' ? Uint8Array.from(part, (char) => char.charCodeAt(0)) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (id: number, ...body: (string | Uint8Array)[]) => {
    offsets[id] = length;
    write(`${id} 0 obj\n`);
    body.forEach(write);
    write('\nendobj\n');
  };
  const idOf = (page: number) => 4 + page * 3;
  write('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${idOf(page)} 0 R`).join(' ')}] >>`);
  object(3, `<< /Title <${hex(title)}> /Producer (Vitrine) >>`);
  pages.forEach(({ jpeg, width, height }, page) => {
    const id = idOf(page);
    const across = PAPER.width - 2 * PAPER.margin;
    const down = Math.round((across * height * 100) / width) / 100;
    const drawn = `q ${across} 0 0 ${down} ${PAPER.margin} ${Math.round((PAPER.height - PAPER.margin - down) * 100) / 100} cm /P Do Q`;
    object(id, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAPER.width} ${PAPER.height}] /Resources << /XObject << /P ${id + 2} 0 R >> >> /Contents ${id + 1} 0 R >>`);
    object(id + 1, `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
    object(id + 2, `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`, jpeg, '\nendstream');
  });
  const start = length;
  write(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`);
  write(`trailer\n<< /Size ${offsets.length} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A text as UTF-16 with its mark, in hexadecimal. */
function hex(text: string): string {
  return `FEFF${Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')}`;
}
