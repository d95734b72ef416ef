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

/** UTF-16 units of what an API says of itself: a model pays for each declaration it is told. */
const MAX_ABOUT_UNITS = 400;

/** Lines as what belongs to one binding. */
export function inNamespace(name: string, lines: readonly string[]): string {
  return `declare namespace ${name} {\n${lines.join('\n')}\n}`;
}

/** One operation as a function; its comment says the effect first. What it gives may be written another way than what it takes. */
export function declareOperation(operation: Operation, printing: Printing, output = printing): string {
  return `  /** ${aboutOperation(operation, printing.comments ? MAX_DESCRIPTION_UNITS : MAX_SUMMARY_UNITS)} */\n  ${signature(operation, printing, output)}`;
}

/** UTF-16 units of what an operation says of itself, in a list of many and where it stands alone. */
const MAX_SUMMARY_UNITS = 80;
const MAX_DESCRIPTION_UNITS = 240;

function aboutOperation({ effect, summary, deprecated, paging }: Operation, maxUnits: number): string {
  const said = [summary && commentText(summary, maxUnits), deprecated && 'deprecated', paging && `pages: ${commentText(paging, maxUnits)}`];
  return [effect, said.filter(Boolean).join('; ')].filter(Boolean).join(': ');
}

/** What takes nothing may be called with nothing in it as well: all functions are called alike. */
function signature({ name, input, output }: Operation, printing: Printing, outputPrinting: Printing): string {
  const optional = input.fields.every(({ required }) => !required) ? '?' : '';
  return `function ${name}(input${optional}: ${printShape(input, printing)}): Promise<${printShape(output, outputPrinting)}>;`;
}

/** One operation with all that is known of it; the types that it uses directly are written out, deeper ones are opaque. */
export function describeOperation(binding: ApiBinding, name: string): string | null {
  const operation = binding.operations.find((candidate) => candidate.name === name);
  if (!operation) return null;
  const direct = [...namesOf(operation)];
  return within(MAX_DESCRIBED_UNITS, (printing, most) => {
    const types = direct.slice(0, most);
    return described(binding, [declareOperation(operation, printing)], types, namesOf(operation), printing);
  });
}

/** One type with all that is known of it; the types in it are opaque: each can be described by its own name. */
export function describeType(binding: ApiBinding, name: string): string | null {
  if (!Object.hasOwn(binding.types, name)) return null;
  return within(MAX_DESCRIBED_UNITS, (printing) => described(binding, [], [name], new Set([name]), printing));
}

/** UTF-16 units of a description; some 4,000 tokens. A longer one is written again with less in it. */
const MAX_DESCRIBED_UNITS = 14_000;

/** How what is asked for by name is written, with how many of its types, from all that is useful down to what always fits. */
const DESCRIBED: [Printing, number][] = [
  [{ ...EVERYTHING, maxFields: 150, maxValues: 60, maxDepth: 4 }, 6],
  [{ ...EVERYTHING, maxFields: 80, maxValues: 20, maxDepth: 2 }, 3],
  [{ ...EVERYTHING, maxFields: 60, maxValues: 10, maxDepth: 1 }, 1],
  [{ ...EVERYTHING, maxFields: 40, maxValues: 5, maxDepth: 1, hints: false }, 0],
  [{ ...EVERYTHING, maxFields: 10, maxValues: 1, maxDepth: 0 }, 0],
];

function within(units: number, write: (printing: Printing, types: number) => string): string {
  let text = '';
  for (const [printing, types] of DESCRIBED) {
    text = write(printing, types);
    if (text.length <= units) break;
  }
  return text;
}

function described({ name, types }: ApiBinding, lines: string[], wanted: readonly string[], mentioned: Set<string>, printing: Printing): string {
  for (const type of wanted) {
    namesIn(types[type]!, mentioned);
    lines.push(`  type ${type} = ${printShape(types[type]!, printing)};`);
  }
  return inNamespace(name, withOpaque(lines, mentioned, new Set(wanted)));
}

export function namesOf(operation: Operation): Set<string> {
  return namesIn(operation.output, namesIn(operation.input));
}

/** Lines, and after them on one line the types that they name and don't declare. */
export function withOpaque(lines: readonly string[], mentioned: Iterable<string>, declared: ReadonlySet<string>): string[] {
  const shown = new Set(lines.join('\n').match(/[A-Za-z_$][\w$]*/g));
  const opaque = [...mentioned].filter((name) => !declared.has(name) && shown.has(name));
  return opaque.length > 0 ? [...lines, `  ${opaque.map((name) => `type ${name} = unknown;`).join(' ')}`] : [...lines];
}
