import type { ApiBinding, Operation } from './binding';
import { declareOperation, inNamespace, namesOf, opaqueTypes } from './declare-api';
import { namesIn } from './named-types';
import { type Printing, printShape } from './print-shape';
import type { FoundOperation } from './search-index';

/**
 * Found operations as declarations, short enough to be asked for often: all signatures, and the types that they use directly as far as
 * MAX_ANSWER_UNITS reaches, those of the best first. Other types are opaque and can be asked for by name.
 */
export function answerOf(found: readonly FoundOperation[]): string {
  const groups = new Map<ApiBinding, Operation[]>();
  for (const { binding, operation } of found) groups.set(binding, [...(groups.get(binding) ?? []), operation]);
  const units = Math.floor(MAX_ANSWER_UNITS / groups.size);
  return [...groups].map(([binding, operations]) => declareFound(binding, operations, units)).join('\n\n');
}

/** UTF-16 units of an answer that types may fill; some 450 tokens. */
const MAX_ANSWER_UNITS = 1_500;

const SIGNATURES: Printing = { named: (name) => name, comments: false, maxFields: 12, maxValues: 6, maxDepth: 2 };
const TYPES: Printing = { named: (name) => name, comments: false, maxFields: 14, maxValues: 6, maxDepth: 1 };

function declareFound(binding: ApiBinding, operations: readonly Operation[], units: number): string {
  const lines = operations.map((operation) => declareOperation(operation, SIGNATURES));
  const mentioned = new Set(operations.flatMap((operation) => [...namesOf(operation)]));
  let left = units - lines.join('\n').length;
  const declared = new Set<string>();
  for (const name of [...mentioned]) {
    const text = `  type ${name} = ${printShape(binding.types[name]!, TYPES)};`;
    if (text.length > left) continue;
    left -= text.length;
    declared.add(name);
    lines.push(text);
    namesIn(binding.types[name]!, mentioned);
  }
  const shown = new Set(lines.join('\n').match(/[A-Za-z_$][\w$]*/g));
  return inNamespace(binding.name, [...lines, ...opaqueTypes([...mentioned].filter((name) => !declared.has(name) && shown.has(name)))]);
}
