import type { Field } from '../../binding/binding';
import { isPrototypeName, type JsonRecord, own, recordOf, textOf } from '../json-schema/json-value';
import { byPreference, concrete, mediaKind } from './media-types';
import type { BodyContent, BodyPlan } from './request-plan';
import { fieldComment } from '../json-schema/schema-comment';
import type { SchemaReader } from '../json-schema/schema-reader';

/** The body of a request as the field `body` of the input, and how it is sent. Null where the operation has none. */
export function readBody(body: JsonRecord | null, schemas: SchemaReader): { field: Field; plan: BodyPlan } | null {
  const content = recordOf(body?.content);
  const contents = byPreference(Object.keys(content)).map((mediaType) => readContent(mediaType, recordOf(content[mediaType]), schemas));
  const [first] = contents;
  if (!body || !first) return null;
  const required = body.required === true;
  const comment = fieldComment({ description: [textOf(body.description), kindComment(first)].filter(Boolean).join('; ') });
  return { field: { name: 'body', shape: first.shape, required, ...(comment && { comment }) }, plan: { required, contents } };
}

function kindComment({ mediaType, shape }: BodyContent): string | undefined {
  return shape.kind === 'string' && !mediaType.startsWith('text/plain') ? `as text, ${mediaType}` : undefined;
}

function readContent(mediaType: string, media: JsonRecord, schemas: SchemaReader): BodyContent {
  const kind = mediaKind(mediaType);
  if (kind === 'text') return { mediaType: concrete(mediaType, kind), shape: { kind: 'string' }, encoding: {} };
  const shape = media.schema === undefined && kind === 'bytes' ? ({ kind: 'bytes' } as const) : schemas.read(media.schema);
  if (kind === 'bytes' || (kind === 'json' && shape.kind === 'bytes')) return { mediaType: concrete(mediaType, 'bytes'), shape: { kind: 'bytes' }, encoding: {} };
  return { mediaType: concrete(mediaType, kind), shape, encoding: readEncoding(recordOf(media.encoding)) };
}

function readEncoding(encoding: JsonRecord): BodyContent['encoding'] {
  const read: BodyContent['encoding'] = {};
  for (const [field, value] of Object.entries(encoding)) {
    if (isPrototypeName(field)) continue;
    const contentType = textOf(own(value, 'contentType'));
    const style = (['form', 'spaceDelimited', 'pipeDelimited', 'tabDelimited', 'deepObject'] as const).find((name) => name === own(value, 'style'));
    const explode = own(value, 'explode');
    const allowReserved = own(value, 'allowReserved');
    read[field] = {
      ...(contentType && { contentType }),
      ...(style && { style }),
      ...(typeof explode === 'boolean' && { explode }),
      ...(typeof allowReserved === 'boolean' && { allowReserved }),
    };
  }
  return read;
}
