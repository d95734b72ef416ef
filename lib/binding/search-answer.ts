import type { ApiBinding, Operation } from './binding';
import { declareOperation, inNamespace, namesOf, withOpaque } from './declare-api';
import { namesIn } from './named-types';
import { type Printing, printShape } from './print-shape';
import type { FoundOperation } from './search-index';

/**
 * Found operations as declarations, short enough to be asked for often: all signatures, and the types that they use directly as far as
 * MAX_ANSWER_UNITS reaches, those of the best first. Other types are opaque and can be asked for by name, as can an operation for the rest of its
 * arguments.
 */
export function answerOf(found: readonly FoundOperation[]): string {
  const groups = new Map<ApiBinding, Operation[]>();
  for (const { binding, operation } of found) groups.set(binding, [...(groups.get(binding) ?? []), operation]);
  const units = Math.floor(MAX_ANSWER_UNITS / groups.size);
  return [...groups].map(([binding, operations]) => declareFound(binding, operations, units)).join('\n\n');
}

/** UTF-16 units of an answer that types may fill; some 450 tokens. */
const MAX_ANSWER_UNITS = 1_500;

/** Types of one answer that are looked at; seldom a third of them fits. */
const MAX_TRIED_TYPES = 30;

/** UTF-16 units of a signature: of the best one, and of the others. A longer one is written with less in it. */
const BEST_SIGNATURE_UNITS = 800;
const SIGNATURE_UNITS = 450;

const FULL: Printing = { named: (name) => name, comments: false, maxFields: 14, maxValues: 6, maxDepth: 2, hints: true };
const OUTPUT: Printing = { ...FULL, maxFields: 8, maxDepth: 1 };
const TYPE: Printing = { ...FULL, maxDepth: 1 };
const SHORT_TYPE: Printing = { ...TYPE, maxFields: 8, maxValues: 3, hints: false };

/** What a signature takes and gives, from all that is useful down to its bones. */
const LADDER: [Printing, Printing][] = [
  [FULL, OUTPUT],
  [{ ...FULL, maxValues: 4, hints: false }, { ...OUTPUT, maxFields: 6, hints: false }],
  [{ ...FULL, maxFields: 10, maxValues: 3, hints: false }, { ...OUTPUT, maxDepth: 0 }],
  [{ ...FULL, maxFields: 8, maxValues: 2, maxDepth: 1 }, { ...OUTPUT, maxDepth: 0 }],
  [{ ...FULL, maxValues: 1, maxDepth: 0 }, { ...OUTPUT, maxValues: 1, maxDepth: 0 }],
];

function declareFound(binding: ApiBinding, operations: readonly Operation[], units: number): string {
  const lines = operations.map((operation, i) => declareShortly(operation, usualArguments(binding), i === 0 ? BEST_SIGNATURE_UNITS : SIGNATURE_UNITS));
  const mentioned = new Set(operations.flatMap((operation) => [...namesOf(operation)]));
  let left = units - lines.join('\n').length;
  const declared = new Set<string>();
  const direct = [...mentioned].slice(0, MAX_TRIED_TYPES);
  for (const name of direct) {
    const text = [TYPE, SHORT_TYPE].map((printing) => `  type ${name} = ${printShape(binding.types[name]!, printing)};`).find(({ length }) => length <= left);
    if (text === undefined) continue;
    left -= text.length;
    declared.add(name);
    lines.push(text);
    namesIn(binding.types[name]!, mentioned);
  }
  return inNamespace(binding.name, withOpaque(lines, mentioned, declared));
}

function declareShortly(operation: Operation, skip: ReadonlySet<string>, units: number): string {
  let text = '';
  for (const [input, output] of LADDER) {
    text = declareOperation(operation, { ...input, skip }, output);
    if (text.length <= units) break;
  }
  return text;
}

/** Optional arguments that more than half of all operations have tell nothing about one: signatures, versions, `prettyPrint`. */
function usualArguments(binding: ApiBinding): ReadonlySet<string> {
  let usual = USUAL.get(binding);
  if (!usual) {
    const counts = new Map<string, number>();
    for (const { input } of binding.operations) {
      for (const { name, required } of input.fields) if (!required && name !== 'body') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const many = Math.max(binding.operations.length / 2, MIN_USUAL);
    usual = new Set([...counts].filter(([, count]) => count > many).map(([name]) => name));
    USUAL.set(binding, usual);
  }
  return usual;
}

const USUAL = new WeakMap<ApiBinding, ReadonlySet<string>>();

/** In a smaller API nothing is too usual to be said. */
const MIN_USUAL = 20;
