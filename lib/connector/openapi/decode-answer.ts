import type { Shape } from '../../binding/binding';
import { CallError, type CallResult } from '../contract';
import { isDeeperThan, MAX_ANSWER_DEPTH } from '../http/json-depth';
import type { HttpAnswer } from '../http/message';
import type { Secrets } from '../http/secrets';
import { tidyAnswer } from '../http/tidy-answer';
import { MAX_RESULT_UNITS, MAX_ROWS } from '../limits';
import { detailOf } from '../http/detail';
import { mediaKind } from '../http/media-type';
import { isBytes } from './encode/shapes';

export type Declared = { output: Shape; types: Readonly<Record<string, Shape>> };

/** The value of an answer that isn't an error: JSON parsed, text as text, other bytes as base64, nothing as null. Throws a CallError. */
export function decodeAnswer(answer: HttpAnswer, { output, types }: Declared, secrets: Secrets): Omit<CallResult, 'ms'> {
  const value = readValue(answer, isBytes(output, types), secrets);
  const rows = Array.isArray(value) ? value.length : 0;
  if (rows > MAX_ROWS) throw limit('limit-rows', `The answer has more than ${MAX_ROWS.toLocaleString('en')} rows.`);
  const bytes = JSON.stringify(value).length;
  if (bytes > MAX_RESULT_UNITS) throw limit('limit-bytes', `The answer is larger than ${MAX_RESULT_UNITS / 1_000_000} MB.`);
  return { value, rows, bytes };
}

function readValue(answer: HttpAnswer, asBytes: boolean, secrets: Secrets): unknown {
  const { status, headers, body } = answer;
  if (status === 204 || status === 205 || body.length === 0) return null;
  const contentType = headers['content-type'];
  const kind = contentType === undefined ? guessKind(body) : mediaKind(contentType);
  if (asBytes || kind === 'bytes' || kind === 'multipart') return secrets.maskBytes(body).toString('base64');
  if (kind !== 'json') return secrets.mask(decode(body, contentType));
  return tidyAnswer(parse(answer, secrets), secrets);
}

/** Of an answer that doesn't say what it is. */
function guessKind(body: Buffer): 'json' | 'text' | 'bytes' {
  if (body.includes(0)) return 'bytes';
  return /^\s*[[{]/.test(body.toString('latin1', 0, 100)) ? 'json' : 'text';
}

function parse(answer: HttpAnswer, secrets: Secrets): unknown {
  if (isDeeperThan(answer.body, MAX_ANSWER_DEPTH)) {
    throw new CallError({ code: 'bad-answer', message: `The answer is nested more than ${MAX_ANSWER_DEPTH} levels deep.`, retryable: false, status: answer.status });
  }
  try {
    return JSON.parse(decode(answer.body, 'application/json'));
  } catch {
    // The parser's own message quotes the text.
    throw new CallError({ code: 'bad-answer', message: 'The answer says that it is JSON, and isn’t.', retryable: true, status: answer.status, detail: detailOf(answer, secrets) });
  }
}

function decode(body: Buffer, contentType: string | undefined): string {
  const charset = /;\s*charset="?([\w-]{1,40})/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function limit(code: 'limit-rows' | 'limit-bytes', message: string): CallError {
  return new CallError({ code, message, hint: 'Ask for less: a page, a filter, fewer fields.', retryable: false });
}
