import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, type SelectionSetNode, validate } from 'graphql';
import { CallError } from '../contract';
import { isDeeperThan } from '../http/json-depth';
import { MAX_SELECT_ALIASES, MAX_SELECT_DEPTH, MAX_SELECT_FIELDS, MAX_SELECT_NESTING, MAX_SELECT_TOKENS, MAX_SELECT_UNITS } from './limits';

/**
 * Reads what a program selects, `id owner { login }`, with or without braces around it. Nothing but one selection is one: no second
 * operation, no fragment that has a name. Throws a CallError.
 */
export function readSelection(text: string, argument: string): SelectionSetNode {
  if (text.length > MAX_SELECT_UNITS) throw bad(argument, `more than ${MAX_SELECT_UNITS.toLocaleString('en')} characters`);
  // Before it is parsed: values may be nested as well as fields, and each level is a call of the parser.
  if (isDeeperThan(Buffer.from(text), MAX_SELECT_NESTING)) throw bad(argument, 'nested too deep');
  const isWhole = /^[\s,]*\{/.test(text);
  const document = parsed(isWhole ? text : `{${text}\n}`, argument, isWhole ? 0 : 1);
  const [only, ...others] = document.definitions;
  if (only?.kind !== 'OperationDefinition' || others.length > 0) throw bad(argument, 'expected one selection', EXAMPLE);
  new Measure(argument).count(only.selectionSet, 1);
  return only.selectionSet;
}

const EXAMPLE = 'Write fields as `id owner { login }`.';

function parsed(text: string, argument: string, before: number): DocumentNode {
  try {
    return parse(text, { maxTokens: MAX_SELECT_TOKENS });
  } catch (error) {
    const { message, locations } = error as GraphQLError;
    const at = locations?.[0];
    const where = at ? ` (line ${at.line}, column ${at.line === 1 ? Math.max(1, at.column - before) : at.column})` : '';
    throw bad(argument, `${oneLine(message)}${where}`);
  }
}

class Measure {
  readonly #argument: string;
  #fields = 0;
  #aliases = 0;

  constructor(argument: string) {
    this.#argument = argument;
  }

  count({ selections }: SelectionSetNode, depth: number): void {
    if (depth > MAX_SELECT_DEPTH) throw bad(this.#argument, `fields within more than ${MAX_SELECT_DEPTH} others`);
    // The parser takes braces without anything in them.
    if (selections.length === 0) throw bad(this.#argument, 'nothing is selected', EXAMPLE);
    for (const selection of selections) {
      if (selection.kind === 'FragmentSpread') throw bad(this.#argument, `there is no fragment '${selection.name.value.slice(0, 60)}'`, 'Write it in place: `... on Type { field }`.');
      if (selection.kind === 'Field' && ++this.#fields > MAX_SELECT_FIELDS) throw bad(this.#argument, `more than ${MAX_SELECT_FIELDS} fields`);
      if (selection.kind === 'Field' && selection.alias && ++this.#aliases > MAX_SELECT_ALIASES) throw bad(this.#argument, `more than ${MAX_SELECT_ALIASES} fields under another name`);
      if (selection.selectionSet) this.count(selection.selectionSet, selection.kind === 'Field' ? depth + 1 : depth);
    }
  }
}

/** Compares an operation with its schema. Throws a CallError with the first problem and what was probably meant. */
export function checkSelection(document: DocumentNode, schema: GraphQLSchema, argument: string): void {
  const [problem] = validate(schema, document, undefined, { maxErrors: 1 });
  if (!problem) return;
  const [, message = '', hint] = /^(.*?)(?: (Did you mean .*))?$/.exec(oneLine(problem.message)) ?? [];
  throw bad(argument, message, hint);
}

function bad(argument: string, message: string, hint?: string): CallError {
  return new CallError({ code: 'bad-arguments', message: `${argument}: ${message}`, hint, retryable: false });
}

/** UTF-16 units of a problem that are told: it quotes the selection. */
const MAX_MESSAGE_UNITS = 400;

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, MAX_MESSAGE_UNITS);
}
