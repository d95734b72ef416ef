import { pathBetween } from '../../catalogue/keys';
import type { Name } from '../../catalogue/names';
import type { Expression, Measure } from '../../plan';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';

type Op = 'subtract' | 'add' | 'multiply';
type Field = Extract<Name, { kind: 'field' }>;

const SIGNS: Readonly<Record<string, Op>> = { minus: 'subtract', less: 'subtract', plus: 'add', times: 'multiply', '×': 'multiply', multiplied: 'multiply' };
const WORDS: Readonly<Record<Op, string>> = { subtract: 'less', add: 'plus', multiply: '×' };

/** "price minus cost", "stock times price", "difference between temp_max and temp_min": a number of each row, made of two. */
export function readFormulas(clause: Clause): void {
  for (const word of clause.open()) {
    if (word.taken) continue;
    const op = SIGNS[word.lower];
    if (op) readSign(clause, word, op);
    else if (/^(difference|gap|spread)( between)?$/.test(word.lower)) readDifference(clause, word);
  }
}

function readSign(clause: Clause, word: Word, op: Op): void {
  const [left, right] = [clause.before(word), clause.after(word)];
  // "revenue and discount plus a table" is a list.
  if (word.lower === 'plus' && (!left || !right || clause.words.some((w) => w.mark?.is === 'by' && w.at < word.at))) return;
  combine(clause, left, right, op, [word]);
}

function readDifference(clause: Clause, word: Word): void {
  const next = clause.after(word);
  const between = next?.mark?.is === 'compare' ? next : undefined;
  const left = between ? clause.after(between) : next;
  const joint = left && clause.after(left);
  const right = joint && (isJoint(joint) ? clause.after(joint) : joint);
  combine(clause, left, right, 'subtract', [word, between, joint === right ? undefined : joint]);
}

function combine(clause: Clause, left: Word | undefined, right: Word | undefined, op: Op, words: readonly (Word | undefined)[]): void {
  const [a, b] = [numberOf(clause, left), numberOf(clause, right)];
  if (!left || !right || !a || !b) return;
  const base = pathBetween(clause.catalogue, a.entity, b.entity) ? a.entity : pathBetween(clause.catalogue, b.entity, a.entity) ? b.entity : null;
  if (!base) return;
  clause.settle(left, right, ...words);
  const column = ({ field }: Field): Expression => ({ op: 'column', table: field.table, column: field.column });
  const averaged = op !== 'multiply' && a.field.aggregate === 'avg' && b.field.aggregate === 'avg';
  const said = clause.before(left)?.mark;
  const aggregate = said?.is === 'aggregate' && ['sum', 'avg', 'min', 'max', 'median'].includes(said.aggregate) ? (said.aggregate as 'sum') : averaged ? 'avg' : 'sum';
  if (said?.is === 'aggregate') clause.take(clause.before(left));
  const label = `${{ sum: '', avg: 'average ', min: 'lowest ', max: 'highest ', median: 'median ' }[aggregate]}${a.field.label} ${WORDS[op]} ${b.field.label}`;
  const measure: Measure = { label, aggregate, of: { op, left: column(a), right: column(b) }, where: [], format: a.field.format === 'money' || b.field.format === 'money' ? 'money' : 'number', ...(op !== 'multiply' && a.field.unit && { unit: a.field.unit }) };
  clause.wish.measures.push({ aggregate: null, name: { kind: 'measure', entity: base, measure: { names: [], entity: base, measure, assumption: averaged && aggregate === 'avg' && said?.is !== 'aggregate' ? `${label.charAt(0).toUpperCase()}${label.slice(1)}, since no total was asked for.` : '' } }, where: [] });
}

/** A column, or a measure that is one. */
function numberOf(clause: Clause, word: Word | undefined): Field | null {
  const name = clause.nameOf(word);
  if (name?.kind === 'field') return name.field.role === 'measure' ? name : null;
  const of = name?.kind === 'measure' && !name.measure.measure.per ? name.measure.measure.of : null;
  const field = of?.op === 'column' ? name?.entity.fields.find((f) => f.column === of.column) : undefined;
  return field && name ? { kind: 'field', field, entity: name.entity } : clause.numberOf(word);
}
