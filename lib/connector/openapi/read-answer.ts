import type { Shape } from '../../binding/binding';
import { isRecord, type JsonRecord, recordOf } from '../json-schema/json-value';
import { byPreference, mediaKind } from './media-types';
import type { References } from '../json-schema/references';
import type { SchemaReader } from '../json-schema/schema-reader';
import { union } from '../json-schema/shapes';

export type ReadAnswer = { output: Shape; accepts: string[]; headers: string[] };

/**
 * What an operation's promise resolves with: the union of what its successes carry. A success without content is null
 * where another has content or where it says so (204, 205); otherwise nobody knows.
 */
export function readAnswer(method: string, responses: JsonRecord, references: References, schemas: SchemaReader): ReadAnswer {
  const successes = successesOf(responses).map(([status, value]) => ({ status, response: references.follow(value) ?? {} }));
  const headers = successes.flatMap(({ response }) => Object.keys(recordOf(response.headers)).map((name) => name.toLowerCase()));
  if (method === 'HEAD') return { output: { kind: 'null' }, accepts: [], headers };
  const shapes: Shape[] = [];
  const mediaTypes: string[] = [];
  let empty = false;
  for (const { status, response } of successes) {
    const content = recordOf(response.content);
    const [first, ...others] = byPreference(Object.keys(content));
    if (first === undefined) empty ||= status === '204' || status === '205' || successes.length > 1;
    else {
      shapes.push(contentShape(first, content[first], schemas));
      mediaTypes.push(first, ...others);
    }
  }
  if (empty) shapes.push({ kind: 'null' });
  return { output: shapes.length > 0 ? union(shapes) : { kind: 'unknown' }, accepts: byPreference([...new Set(mediaTypes)]), headers };
}

/** All of 2xx; where there are none, the default. */
function successesOf(responses: JsonRecord): [string, unknown][] {
  const successes = Object.entries(responses).filter(([status]) => /^2(\d\d|XX)$/i.test(status));
  return successes.length > 0 ? successes : Object.entries(responses).filter(([status]) => status === 'default');
}

function contentShape(mediaType: string, media: unknown, schemas: SchemaReader): Shape {
  const kind = mediaKind(mediaType);
  if (kind === 'text') return { kind: 'string' };
  if (kind === 'json') return isRecord(media) ? schemas.read(media.schema) : { kind: 'unknown' };
  return { kind: 'bytes' };
}
