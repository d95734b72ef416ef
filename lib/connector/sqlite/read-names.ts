import type { Token } from '../sql/tokens';
import type { SqliteRead } from './messages';

/**
 * What a query reads by the names of its binding; what isn't one of them as it's written. What is read within a view is the view's matter; a
 * step of the query (WITH) is none, whatever it's called.
 */
export function namesOf(reads: readonly SqliteRead[], tokens: readonly Token[], tables: readonly string[]): string[] {
  const known = new Map(tables.map((name) => [name.toLowerCase(), name]));
  const steps = stepsIn(tokens);
  const isStep = (name: string) => steps.has(name.toLowerCase());
  const names = reads.flatMap(({ table, within, asWritten }) => {
    const read = within === null || isStep(within) ? table : within;
    const name = known.get(read.toLowerCase());
    return name === undefined && asWritten && isStep(read) ? [] : [name ?? read];
  });
  return [...new Set(names)].sort();
}

/** `step as (`, `'step'(a, b) as materialized (` */
function stepsIn(tokens: readonly Token[]): ReadonlySet<string> {
  const steps = new Set<string>();
  tokens.forEach(({ kind, text, name }, i) => {
    let next = i + 1;
    if (tokens[next]?.text === '(') next = tokens.findIndex((one, at) => at > next && one.text === ')') + 1;
    if (tokens[next]?.name === 'as' && ['(', 'not', 'materialized'].includes(tokens[next + 1]?.text.toLowerCase() ?? '')) steps.add((kind === 'string' ? text.slice(1, -1) : name).toLowerCase());
  });
  return steps;
}
