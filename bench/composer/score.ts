/** Holds one answer of the composer against what was wanted. */
import { type BlockSummary, summaryOf } from '../../lib/composer/summary.ts';
import type { Plan } from '../../lib/composer/plan.ts';
import { type Answer, runPlan, runSql, type Settings, settingsOf } from './answer.ts';
import { type Cell, holds, type Rows, sameCell } from './compare.ts';
import type { Tables } from './data.ts';
import type { Case, Want } from './prompts.ts';

/** `silent`: something else was shown than what was asked for, and nothing at all was said. */
export type Score = { blocks: boolean; fields: boolean; rows: boolean; said: boolean; silent: boolean; why: string[] };

export async function scoreOf(wanted: Case, answer: Answer, { connector }: Tables, today: Date): Promise<Score> {
  const { plan, unread, problems, assumptions } = answer;
  const told = [...unread, ...problems, ...assumptions].join(' ').toLowerCase();
  const isTold = unread.length + problems.length > 0;
  if (wanted.refused) {
    const ok = problems.length > 0 || unread.some((word) => /map|choropleth|geographic|form|edit|update|enter|change|record/i.test(word) || wanted.unread?.some((one) => word.toLowerCase().includes(one)));
    return { blocks: ok, fields: ok, rows: ok, said: ok, silent: !ok, why: ok ? [] : ['not refused in words'] };
  }
  const missing = (wanted.unread ?? []).filter((word) => !told.includes(word.toLowerCase()));
  const said = missing.length === 0;
  const why = missing.map((word) => `“${word}” is not said to be unread`);
  if (!wanted.want) return { blocks: said, fields: said, rows: said, said, silent: !said, why };
  if (!plan) return { blocks: false, fields: false, rows: false, said, silent: false, why: [...why, `nothing was built: ${told}`] };

  const summaries = summaryOf(plan);
  const settings = settingsFor(wanted, plan, summaries, today, why);
  const results = await runPlan(plan, connector, settings ?? {});
  for (const [name, result] of results) if (result instanceof Error) why.push(`${name}: ${result.message}`);
  const free = new Set(summaries);
  let [blocks, fields, rows] = [settings !== null, true, true];
  for (const want of wanted.want) {
    const fitting = [...free].filter((b) => isKind(b, want, plan)).toSorted((a, b) => Number(b.asked) - Number(a.asked));
    if (fitting.length === 0) {
      [blocks, fields, rows] = [false, false, false];
      why.push(`no ${want.kind} among ${summaries.map((b) => `${b.kind}${b.asked ? '' : '?'}`).join(', ')}`);
      continue;
    }
    const right: BlockSummary[] = [];
    for (const block of fitting) if (await isRight(want, block, summaries, results, connector, plan)) right.push(block);
    const withFields = (b: BlockSummary) => hasFields(b, want);
    const best = right.find(withFields) ?? fitting.find(withFields) ?? fitting[0]!;
    if (!withFields(best)) {
      fields = false;
      why.push(`fields of ${best.kind}: ${textOf(best)}`);
    }
    if (!right.includes(best)) {
      rows = false;
      why.push(`rows of ${best.kind} (${best.title}): ${textOf(best)} ${JSON.stringify(rowsOfBlock(best, results)?.rows.slice(0, 4))}`);
    }
    free.delete(best);
  }
  const extra = [...free].filter((b) => b.asked);
  const isPair = wanted.intent === 'kpi-versus' && extra.every((b) => b.kind === 'stat');
  if (extra.length > 0 && wanted.intent !== 'overview' && !isPair) {
    blocks = false;
    why.push(`also a ${extra.map((b) => b.kind).join(', ')}`);
  }
  if (wanted.title !== undefined && ![plan.title, ...plan.blocks.map((b) => b.title)].some((title) => title.toLowerCase() === wanted.title!.toLowerCase())) {
    blocks = false;
    why.push(`called ${plan.title}`);
  }
  const right = blocks && fields && rows && said;
  return { blocks, fields, rows, said, silent: !right && !isTold && assumptions.length === 0, why };
}

/** Null where a filter that was wanted isn't there. */
function settingsFor(wanted: Case, plan: Plan, _blocks: BlockSummary[], today: Date, why: string[]): Settings | null {
  let all: Settings = Object.fromEntries((wanted.want ?? []).flatMap((w) => (w.month ? [['shownMonth', w.month]] : [])));
  let isThere = true;
  for (const { type, field, set } of wanted.filters ?? []) {
    const filter = plan.filters.find((f) => f.type === type && (field === undefined || field.split('|').includes(`${f.field.table}.${f.field.column}`) || plan.blocks.some((b) => b.filters.some((u) => u.id === f.id && [u.field, ...(u.also ?? [])].some((c) => `${c.table}.${c.column}` === field)))));
    if (!filter) {
      isThere = false;
      why.push(`no ${type} filter of ${field ?? 'any text'} among ${plan.filters.map((f) => `${f.type} ${f.field.table}.${f.field.column}`).join(', ') || 'none'}`);
    } else if (set !== undefined) all = { ...all, ...settingsOf(filter, dated(set, today)) };
  }
  if (wanted.filters?.length === 0 && plan.filters.length > 0) {
    isThere = false;
    why.push('a filter is left');
  }
  return isThere ? all : null;
}

function dated(set: string | [string, string], today: Date): string | [string, string] {
  const day = (back: string) => (/^\d{1,3}$/.test(back) && Number(back) >= 90 ? new Date(today.getTime() - Number(back) * 86_400_000).toISOString().slice(0, 10) : back);
  if (set === 'last-month') return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
  // Only where both are days back: a slider's bounds stay numbers.
  return typeof set !== 'string' && set.every((s) => ['100', '200', '400'].includes(s)) && Number(set[0]) > Number(set[1]) ? [day(set[0]), day(set[1])] : set;
}

function isKind(block: BlockSummary, { kind, detail }: Want, plan: Plan): boolean {
  // Where bars and a line would both do, no kind was named, and an area does too.
  const kinds = kind.split('|');
  if (!kinds.includes(block.kind) && !(block.kind === 'area' && kinds.includes('bar') && kinds.includes('line'))) return false;
  return !detail || plan.blocks.some((b) => b.type === 'table' && b.title === block.title && (b.detail?.length ?? 0) > 0);
}

function hasFields(block: BlockSummary, { fields = [] }: Want): boolean {
  const text = textOf(block);
  return fields.every((field) => field.split('|').some((one) => text.includes(one)));
}

/** Everything that a block is made of, as text. */
function textOf(block: BlockSummary): string {
  const { x, series, y, where, columns, sort, bucket, limit, having, size } = block;
  return [block.kind, `x=${x}${bucket ? ` by ${bucket}` : ''}`, series && `series=${series}`, ...y.map((m) => `y=${m.aggregate} ${m.of ?? ''}${m.per ? ` per ${m.per}` : ''} ${m.where.join(' & ')}`), ...where.map((w) => `where ${w}`), ...columns, sort && `sort=${sort}`, limit && `limit=${limit}`, having, size && `size=${size}`].filter(Boolean).join('; ');
}

type Results = Awaited<ReturnType<typeof runPlan>>;

function rowsOfBlock(block: BlockSummary, results: Results): { columns: string[]; rows: Rows } | null {
  const result = results.get(block.reads.function);
  if (!result || result instanceof Error) return null;
  if (block.kind !== 'stat') return result;
  const columns = [...block.reads.y, ...(block.reads.before ? [block.reads.before] : [])];
  return { columns, rows: result.rows.map((row) => columns.map((column) => row[result.columns.indexOf(column)] ?? null)) };
}

async function isRight(want: Want, block: BlockSummary, all: BlockSummary[], results: Results, connector: Tables['connector'], plan: Plan): Promise<boolean> {
  const found = rowsOfBlock(block, results);
  if (!found) return false;
  if (want.rows === undefined) return true;
  for (const sql of [want.rows].flat()) {
    const wanted = await runSql(sql, connector);
    if (holds(found.rows, wanted, want.ordered)) return true;
    if (wanted.length === 1 && wanted[0]!.length > 1 && holdsFigures(wanted[0]!, block, all, results)) return true;
    if (isCapped(block, found.rows, wanted) && hasEach(wanted, found.rows)) return true;
    if (withOther(block, found.rows, wanted, plan)) return true;
  }
  return false;
}

/** Two numbers that are compared stand in two figures, or in two bars. */
function holdsFigures(wanted: Cell[], block: BlockSummary, all: BlockSummary[], results: Results): boolean {
  const rows = block.kind === 'stat' ? all.filter((b) => b.kind === 'stat').flatMap((b) => rowsOfBlock(b, results)?.rows ?? []) : (rowsOfBlock(block, results)?.rows ?? []);
  if (block.kind !== 'stat' && rows.length !== wanted.length && rows.length !== 1) return false;
  return wanted.every((cell) => rows.some((row) => row.some((got) => sameCell(got, cell))));
}

function isCapped({ kind, limit }: BlockSummary, got: Rows, wanted: Rows): boolean {
  return ['table', 'board', 'scatter', 'calendar'].includes(kind) && limit !== null && got.length === limit && wanted.length > limit;
}

/** Each row of `got` is one of `wanted`, in some columns. */
function hasEach(wanted: Rows, got: Rows): boolean {
  return got.every((row) => wanted.some((one) => one.every((cell) => row.some((g) => sameCell(g, cell)))));
}

/** What falls behind a limit is added up as "Other". */
function withOther(block: BlockSummary, got: Rows, wanted: Rows, plan: Plan): boolean {
  const chart = plan.blocks.find((b) => b.type === 'chart' && b.title === block.title);
  if (chart?.type !== 'chart' || !chart.other) return false;
  const at = (got[0] ?? []).findIndex((_, i) => got.some((row) => row[i] === 'Other'));
  const other = got.find((row) => row[at] === 'Other');
  if (!other || (wanted[0]?.length ?? 0) !== 2) return false;
  const named = new Map(got.map((row) => [row[at], row[1 - at]]));
  const rest = wanted.filter(([label]) => !named.has(label ?? null));
  const sum = rest.reduce((total, [, value]) => total + Number(value), 0);
  return wanted.every(([label, value]) => !named.has(label ?? null) || sameCell(named.get(label ?? null) ?? null, value ?? null)) && sameCell(other[1 - at] ?? null, Math.round(sum * 100) / 100);
}
