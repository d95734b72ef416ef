import { parseDocument as parseYaml } from 'yaml';
import { isRecord, type JsonRecord } from '../json-schema/json-value';
import { MAX_SPEC_UNITS, MAX_YAML_ALIASES, MAX_YAML_UNITS } from './spec-limits';
import { SpecProblem } from './spec-problem';

/**
 * A text in JSON or YAML as the object it describes.
 * @throws SpecProblem with line and column where it is neither.
 */
export function parseDocument(text: string): JsonRecord {
  if (text.trim() === '') throw new SpecProblem('The specification is empty.');
  if (text.length > MAX_SPEC_UNITS) throw new SpecProblem(`The specification is larger than ${MAX_SPEC_UNITS / 1_000_000} million characters.`);
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const document = /^\s*[{[]/.test(plain) ? parseJson(plain) : parseYamlText(plain);
  if (!isRecord(document)) throw new SpecProblem('The text is no specification: an object with "openapi" or "swagger" was expected.');
  return document;
}

/** YAML may begin with a brace too, so what is no JSON gets a second chance where it is small. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.length <= MAX_YAML_UNITS && /^\s*\{\s*[\w'#]/.test(text)) return parseYamlText(text);
    throw new SpecProblem(`The text is no JSON${place(text, error)}.`, { cause: error });
  }
}

/** V8 says the position in one of two ways. */
function place(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/.exec(message)?.[1] ?? (/end of JSON/.test(message) ? String(text.length) : null);
  if (position === null) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return `: it breaks off or goes wrong at line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

function parseYamlText(text: string): unknown {
  if (text.length > MAX_YAML_UNITS) throw new SpecProblem(`A specification in YAML may have ${MAX_YAML_UNITS / 1_000_000} million characters; as JSON it may be larger.`);
  try {
    const document = parseYaml(text, { logLevel: 'silent', merge: true });
    const first = document.errors[0];
    if (first) throw new SpecProblem(`The text is neither JSON nor YAML: ${first.message.split('\n')[0]!.slice(0, 300)}`);
    return document.toJS({ maxAliasCount: MAX_YAML_ALIASES });
  } catch (error) {
    if (error instanceof SpecProblem) throw error;
    const aliases = error instanceof ReferenceError;
    throw new SpecProblem(aliases ? 'The YAML repeats itself by aliases too often to be read.' : 'The text is neither JSON nor YAML.', { cause: error });
  }
}
