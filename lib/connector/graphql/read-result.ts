import { CallError, type CallResult } from '../contract';
import type { HttpAnswer } from '../http/message';
import type { Secrets } from '../http/secrets';
import { MAX_ROWS } from '../limits';
import { decodeAnswer } from '../openapi/decode-answer';
import { detailOf } from '../http/detail';
import { explainStatus } from '../http/explain-status';
import { isRecord, listOf, own } from '../json-schema/json-value';
import { explainErrors, readErrors, type ToldError } from './told-errors';

export type Asked = {
  title: string;
  /** The field of the root that was asked for. */
  field: string;
  reads: boolean;
  /** Nothing was selected: what a program didn't ask for may be refused to it. */
  usual: boolean;
  missing: readonly string[];
};

/**
 * What an operation gave. An answer with errors is an error, whatever data is beside them: null where something failed would read like
 * nothing being there, and sums over it would be wrong. One exception: where nothing was selected, a single field
 * that fails on its own is null, since nobody asked for it. Throws a CallError.
 */
export function readResult(answer: HttpAnswer, asked: Asked, secrets: Secrets): Omit<CallResult, 'ms'> {
  const ok = answer.status >= 200 && answer.status < 300;
  const whole = ok ? decodeAnswer(answer, { output: { kind: 'unknown' }, types: {} }, secrets).value : errorBody(answer);
  const errors = readErrors(own(whole, 'errors'));
  if (!ok && errors.length === 0) throw explainStatus(answer, { title: asked.title, method: asked.reads ? 'GET' : 'POST', missing: asked.missing }, secrets);
  const data = own(whole, 'data');
  if (errors.length > 0 && !(ok && asked.usual && asked.reads && errors.every((error) => isLoneField(error, data)))) throw explainErrors(errors, asked, answer.status);
  if (!isRecord(data) || !Object.hasOwn(data, asked.field)) throw noResult(answer, asked, secrets);
  const value = data[asked.field];
  const rows = rowsOf(value);
  if (rows > MAX_ROWS) throw new CallError({ code: 'limit-rows', message: `The answer has more than ${MAX_ROWS.toLocaleString('en')} rows.`, hint: 'Ask for less: a page, a filter.', retryable: false });
  return { value, rows, bytes: JSON.stringify(value).length };
}

/** Servers of the newer kind say by their status that a query was refused, and in the body why. */
function errorBody({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return null;
  }
}

/** Whether all that is missing is one field by itself: what it stands in is there, and neither the whole result nor an item of a list. */
function isLoneField({ path }: ToldError, data: unknown): boolean {
  if (path.length < 2 || typeof path.at(-1) !== 'string') return false;
  let holder = data;
  for (const step of path.slice(0, -1)) holder = own(holder, String(step));
  return isRecord(holder) && own(holder, String(path.at(-1))) === null;
}

/** Of a list, or of a page of one. */
function rowsOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return ['nodes', 'edges', 'items'].map((name) => listOf(own(value, name)).length).find((length) => length > 0) ?? 0;
}

function noResult(answer: HttpAnswer, { title }: Asked, secrets: Secrets): CallError {
  return new CallError({ code: 'bad-answer', message: `${title.slice(0, 60)} answered with something that isn’t a GraphQL result.`, retryable: false, status: answer.status, detail: detailOf(answer, secrets) });
}
