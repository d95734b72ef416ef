import type { ApiBinding, Operation } from './binding';
import { commentText } from './comment-text';
import { namesIn } from './named-types';
import { EVERYTHING, type Printing, printShape } from './print-shape';

/**
 * A whole API as TypeScript, for one that is small: a namespace with its types and one function for each operation, so that
 * two bindings may each have a type `User`.
 */
export function declareApi({ name, title, description, operations, types }: ApiBinding): string {
  const about = commentText([title, description].filter(Boolean).join('. '), MAX_ABOUT_UNITS);
  const functions = operations.map((operation) => declareOperation(operation, EVERYTHING));
  const declared = Object.entries(types).map(([type, shape]) => `  type ${type} = ${printShape(shape, EVERYTHING)};`);
  return `/** ${about} */\n${inNamespace(name, [...functions, ...declared])}`;
}

const MAX_ABOUT_UNITS = 400;

/** Lines as what belongs to one binding. */
export function inNamespace(name: string, lines: readonly string[]): string {
  return `declare namespace ${name} {\n${lines.join('\n')}\n}`;
}

/** One operation as a function; its comment says the effect first. What it gives may be written another way than what it takes. */
export function declareOperation(operation: Operation, printing: Printing, output = printing): string {
  return `  /** ${aboutOperation(operation, printing.comments ? MAX_DESCRIPTION_UNITS : MAX_SUMMARY_UNITS)} */\n  ${signature(operation, printing, output)}`;
}

const MAX_SUMMARY_UNITS = 80;
const MAX_DESCRIPTION_UNITS = 240;

function aboutOperation({ effect, summary, deprecated, paging }: Operation, maxUnits: number): string {
  const said = [summary && commentText(summary, maxUnits), deprecated && 'deprecated', paging && `pages: ${commentText(paging, maxUnits)}`];
  return [effect, said.filter(Boolean).join('; ')].filter(Boolean).join(': ');
}

function signature({ name, input, output }: Operation, printing: Printing, outputPrinting: Printing): string {
  const optional = input.fields.every(({ required }) => !required) ? '?' : '';
  const parameters = input.fields.length === 0 ? '' : `input${optional}: ${printShape(input, printing)}`;
  return `function ${name}(${parameters}): Promise<${printShape(output, outputPrinting)}>;`;
}

/** One operation with all that is known of it; the types that it uses directly are written out, deeper ones are opaque. */
export function describeOperation(binding: ApiBinding, name: string): string | null {
  const operation = binding.operations.find((candidate) => candidate.name === name);
  if (!operation) return null;
  const direct = [...namesIn(operation.output, namesIn(operation.input))].slice(0, MAX_DESCRIBED_TYPES);
  return inNamespace(binding.name, [declareOperation(operation, DESCRIBED), ...describeTypes(binding, direct, namesOf(operation))]);
}

/** One type with all that is known of it; the types in it are opaque: each can be described by its own name. */
export function describeType(binding: ApiBinding, name: string): string | null {
  if (!Object.hasOwn(binding.types, name)) return null;
  return inNamespace(binding.name, describeTypes(binding, [name], new Set([name])));
}

/** What is written when one thing is asked for by name: enough to use it, whatever a specification says. */
const DESCRIBED: Printing = { ...EVERYTHING, maxFields: 120, maxValues: 60, maxDepth: 4 };

const MAX_DESCRIBED_TYPES = 6;

function describeTypes({ types }: ApiBinding, names: readonly string[], mentioned: Set<string>): string[] {
  const lines = names.map((name) => {
    namesIn(types[name]!, mentioned);
    return `  type ${name} = ${printShape(types[name]!, DESCRIBED)};`;
  });
  return [...lines, ...opaqueTypes([...mentioned].filter((name) => !names.includes(name)))];
}

export function namesOf(operation: Operation): Set<string> {
  return namesIn(operation.output, namesIn(operation.input));
}

/** Types that are named and no more, on one line. */
export function opaqueTypes(names: readonly string[]): string[] {
  return names.length > 0 ? [`  ${names.map((name) => `type ${name} = unknown;`).join(' ')}`] : [];
}
