import type { Shape } from '../../../binding/binding';
import { validate } from '../../../binding/validate';
import { CallError } from '../../contract';
import type { BodyContent, BodyPlan } from '../request-plan';
import { encodeForm } from './form';
import { mediaEssence, mediaKind } from '../../http/media-type';
import { encodeMultipart } from './multipart';
import { isBytes } from './shapes';

export type EncodedBody = { contentType: string; body: Buffer };

/** A body in the first of its media types that the value fits. Throws a CallError. */
export function encodeBody({ contents }: BodyPlan, value: unknown, types: Readonly<Record<string, Shape>>): EncodedBody {
  const content = contents.length > 1 ? contents.find(({ shape }) => !validate(shape, value, types)) ?? contents[0]! : contents[0];
  if (!content) throw new CallError({ code: 'internal', message: 'The specification doesn’t say how the body is written.', retryable: false });
  return encodeContent(content, value, types);
}

function encodeContent(content: BodyContent, value: unknown, types: Readonly<Record<string, Shape>>): EncodedBody {
  const { mediaType } = content;
  const kind = mediaKind(mediaType);
  if (kind === 'json') return { contentType: concrete(mediaType, 'application/json'), body: Buffer.from(JSON.stringify(value)) };
  if (kind === 'form') return { contentType: 'application/x-www-form-urlencoded', body: Buffer.from(encodeForm(fieldsOf(value, mediaType), content.encoding)) };
  if (kind === 'multipart') return encodeMultipart(fieldsOf(value, mediaType), content, types);
  if (typeof value === 'string') {
    if (isBytes(content.shape, types)) return { contentType: concrete(mediaType, 'application/octet-stream'), body: Buffer.from(value, 'base64') };
    const contentType = concrete(mediaType, 'text/plain');
    return { contentType: kind === 'text' && !/charset/i.test(contentType) ? `${contentType}; charset=utf-8` : contentType, body: Buffer.from(value) };
  }
  // Any type will do (`*/*`): then it's JSON, as everything else is.
  if (mediaType.includes('*')) return { contentType: 'application/json', body: Buffer.from(JSON.stringify(value)) };
  throw new CallError({ code: 'bad-arguments', message: `body: ${mediaEssence(mediaType).slice(0, 60)} is written by hand here: pass it as text.`, retryable: false });
}

function fieldsOf(value: unknown, mediaType: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new CallError({ code: 'bad-arguments', message: `body: ${mediaEssence(mediaType).slice(0, 60)} needs an object.`, retryable: false });
}

/** A pattern (`image/*`) is no type to send. */
function concrete(mediaType: string, otherwise: string): string {
  return mediaType.includes('*') ? otherwise : mediaType;
}
