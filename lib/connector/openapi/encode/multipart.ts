import { randomUUID } from 'node:crypto';
import type { Shape } from '../../../binding/binding';
import type { BodyContent } from '../request-plan';
import { textOf } from './flatten';
import { fieldShape, isBytes, itemShape } from './shapes';

type Types = Readonly<Record<string, Shape>>;

/** Fields in which APIs commonly ask for a file's name. */
const FILE_NAMES = ['filename', 'file_name', 'fileName'];

/** `multipart/form-data`: bytes become files, objects JSON, a list one part an item. */
export function encodeMultipart(body: Readonly<Record<string, unknown>>, { shape, encoding }: BodyContent, types: Types): { contentType: string; body: Buffer } {
  const boundary = `vitrine-${randomUUID()}`;
  const named = FILE_NAMES.find((name) => Object.hasOwn(body, name) && typeof body[name] === 'string');
  const pieces: Buffer[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (value === undefined || value === null) continue;
    const declared = fieldShape(shape, name, types);
    const contentType = Object.hasOwn(encoding, name) ? encoding[name]!.contentType : undefined;
    const items = Array.isArray(value) ? value.map((item: unknown) => ({ item, shape: declared && itemShape(declared, types) })) : [{ item: value, shape: declared }];
    for (const { item, shape } of items) {
      const part = shape && isBytes(shape, types) && typeof item === 'string' ? filePart(item, named ? String(body[named]) : name, contentType) : textPart(item, contentType);
      pieces.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"${part.head}\r\n\r\n`), part.content, Buffer.from('\r\n'));
    }
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(pieces) };
}

type Part = { head: string; content: Buffer };

function filePart(base64: string, fileName: string, contentType: string | undefined): Part {
  return { head: `; filename="${quoted(fileName)}"\r\nContent-Type: ${concrete(contentType) ?? 'application/octet-stream'}`, content: Buffer.from(base64, 'base64') };
}

function textPart(value: unknown, contentType: string | undefined): Part {
  const type = concrete(contentType) ?? (typeof value === 'object' ? 'application/json' : undefined);
  return { head: type ? `\r\nContent-Type: ${type}` : '', content: Buffer.from(textOf(value)) };
}

/** The first of the content types that a specification allows, where it is one and not a pattern. */
function concrete(contentType: string | undefined): string | undefined {
  const first = contentType?.split(',', 1)[0]!.trim();
  return first && /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.-]+)*$/.test(first) ? first : undefined;
}

/** As the HTML standard escapes names of fields and files: nothing in them can end the header. */
function quoted(name: string): string {
  return name.toWellFormed().replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}
