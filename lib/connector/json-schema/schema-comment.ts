import { type JsonRecord, listOf, textOf } from './json-value';
import { MAX_COMMENT_UNITS } from './limits';

/** What is said of a field beside its type: its author's first sentence, and the limits that a type can't say. */
export function fieldComment(schema: JsonRecord): string | undefined {
  const said = [firstSentence(textOf(schema.description) ?? textOf(schema.title)), ...limits(schema)].filter(Boolean).join('; ');
  return said === '' ? undefined : said.slice(0, MAX_COMMENT_UNITS);
}

/** Plain text of the first sentence, without markup. */
export function firstSentence(text: string | undefined): string {
  if (!text) return '';
  const plain = plainText(text.slice(0, MAX_COMMENT_UNITS * 4));
  const end = /[.!?](?=\s|$)/.exec(plain);
  const sentence = end && end.index >= MIN_SENTENCE_UNITS ? plain.slice(0, end.index) : plain.replace(/[.]$/, '');
  return sentence.slice(0, MAX_COMMENT_UNITS);
}

/** A full stop before that is an abbreviation. */
const MIN_SENTENCE_UNITS = 12;

/** One line without tags, links' addresses and signs of Markdown. Each pattern is bounded, so no text can make it slow. */
export function plainText(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, ' ')
    .replace(/\[([^[\]]{1,200})\]\([^()]{0,500}\)/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' })[name]!)
    .replace(/[`*#]|^>|__/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function limits(schema: JsonRecord): string[] {
  const found: string[] = [];
  const range = (from: unknown, to: unknown, unit: string): void => {
    if (isNumber(from) || isNumber(to)) found.push(`${isNumber(from) ? from : ''}…${isNumber(to) ? to : ''}${unit}`);
  };
  range(schema.minimum ?? schema.exclusiveMinimum, schema.maximum ?? schema.exclusiveMaximum, '');
  range(schema.minLength, schema.maxLength, ' characters');
  range(schema.minItems, schema.maxItems, ' items');
  const pattern = textOf(schema.pattern);
  if (pattern && pattern.length <= 60) found.push(`matches ${pattern}`);
  if (schema.default !== undefined && schema.default !== null && listOf(schema.default).length === 0) {
    const text = JSON.stringify(schema.default);
    if (text.length <= 40 && text !== '""' && text !== '{}' && text !== '[]') found.push(`default ${text}`);
  }
  if (schema.readOnly === true) found.push('only in answers');
  if (schema.writeOnly === true) found.push('only in requests');
  if (schema.deprecated === true) found.push('deprecated');
  return found;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
