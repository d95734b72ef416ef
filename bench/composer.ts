/**
 * The composer over its frozen prompts (bench/composer): by intent, whether its programs compile and render, and whether blocks, fields and rows are
 * those that were wanted. Two thirds are for practice (`-- composer --practice --show` tells what went wrong); every third is held out.
 * `-- composer --second`, `--third` and so on to `--twelfth` score one of the later sets instead and say nothing of what went wrong; of the tenth and the twelfth every third was held out too.
 * `-- composer --questions FILE.jsonl --data DIR` answers other people's questions instead, and prints a line for each.
 */
import type { TableBinding } from '../lib/binding/binding.ts';
import { createCatalogue } from '../lib/composer/catalogue/catalogue.ts';
import { readPrompt } from '../lib/composer/read/read.ts';
import { write } from '../lib/composer/write/write.ts';
import { readForm } from '../lib/composer/calls/read-form.ts';
import { withCall } from '../lib/composer/calls/with-call.ts';
import { type Checker, createChecker } from '../lib/compile/check/checker.ts';
import { answerTo } from './composer/answer.ts';
import { type Databases, deskBinding, openDatabases } from './composer/data.ts';
import { DIALOGUES } from './composer/dialogues.ts';
import { type Case, PROMPTS } from './composer/prompts.ts';
import { answerQuestions } from './composer/questions.ts';
import { type Rendered, openRenderer } from './composer/render.ts';
import { type Score, scoreOf } from './composer/score.ts';
import { EIGHTH_DIALOGUES, EIGHTH_PROMPTS } from './composer/eighth-set.ts';
import { ELEVENTH } from './composer/eleventh-set.ts';
import { FIFTH_DIALOGUES, FIFTH_PROMPTS } from './composer/fifth-set.ts';
import { FOURTH_DIALOGUES, FOURTH_PROMPTS } from './composer/fourth-set.ts';
import { NINTH_DIALOGUES, NINTH_PROMPTS } from './composer/ninth-set.ts';
import { SEVENTH_DIALOGUES, SEVENTH_PROMPTS } from './composer/seventh-set.ts';
import { SIXTH_DIALOGUES, SIXTH_PROMPTS } from './composer/sixth-set.ts';
import { SECOND_DIALOGUES, SECOND_PROMPTS } from './composer/second-set.ts';
import { TENTH } from './composer/tenth-set.ts';
import { THIRD_DIALOGUES, THIRD_PROMPTS } from './composer/third-set.ts';
import { TWELFTH } from './composer/twelfth-set.ts';
import type { BenchRow } from './row.ts';

const GOAL_ROWS = 85;
const GOAL_PLAN_MS = 30;
const TABLES = 50;
const RUNS = 300;

/** Null where there was nothing to check, or nothing was drawn. */
type Ran = { compiles: boolean | null; renders: boolean | null };
const PARTS = ['practice', 'held-out third', 'second set', 'third set', 'fourth set', 'fifth set', 'sixth set', 'seventh set', 'eighth set', 'ninth set', 'tenth set', 'tenth set, held out', 'eleventh set', 'twelfth set', 'twelfth set, held out'] as const;
type Part = (typeof PARTS)[number];
type Result = Score & Ran & { case: Case; part: Part };

/** Each later set is kept apart, so that the first stays as it is. */
export function keptAs(): string | null {
  const { later, intent, fast } = optionsOf(process.argv.slice(2));
  return later && !intent && !fast ? `composer-${later}` : null;
}

export async function run(): Promise<BenchRow[]> {
  const { questions, data, practice, later, intent, fast, show } = optionsOf(process.argv.slice(2));
  const today = new Date();
  if (questions) {
    await answerQuestions(questions, data ?? '.', today);
    return [];
  }
  const databases = await openDatabases(today);
  const checker = await createChecker();
  const renderer = fast ? null : await openRenderer(Object.values(databases).map((d) => d.connector));
  try {
    const results: Result[] = [];
    for (const [part, one] of later ? laterSet(later) : firstSet()) {
      if ((part === 'held-out third' && practice) || (intent && one.intent !== intent)) continue;
      results.push({ ...(await resultOf(one, databases, checker, renderer, today)), case: one, part });
    }
    if (show) for (const { case: one, part, why } of results) if (why.length > 0 && part === 'practice') console.error(`${one.intent} [${one.data}] ${[one.prompt, ...(one.edits ?? [])].join(' → ')}\n    ${why.join('\n    ')}`);
    const scored = PARTS.flatMap((part) => rowsOf(results.filter((r) => r.part === part), part));
    return later ? scored : [...scored, ...speed(Object.values(databases).map((d) => d.binding), today)];
  } finally {
    await Promise.all([checker.close(), renderer?.close(), ...Object.values(databases).map((d) => d.connector.close())]);
  }
}

function firstSet(): [Part, Case][] {
  return [...PROMPTS, ...DIALOGUES].map((one, i) => [i % 3 === 2 ? 'held-out third' : 'practice', one]);
}

const LATER = {
  second: [...SECOND_PROMPTS, ...SECOND_DIALOGUES], third: [...THIRD_PROMPTS, ...THIRD_DIALOGUES], fourth: [...FOURTH_PROMPTS, ...FOURTH_DIALOGUES],
  fifth: [...FIFTH_PROMPTS, ...FIFTH_DIALOGUES], sixth: [...SIXTH_PROMPTS, ...SIXTH_DIALOGUES], seventh: [...SEVENTH_PROMPTS, ...SEVENTH_DIALOGUES], eighth: [...EIGHTH_PROMPTS, ...EIGHTH_DIALOGUES], ninth: [...NINTH_PROMPTS, ...NINTH_DIALOGUES],
  tenth: TENTH, eleventh: ELEVENTH, twelfth: TWELFTH,
};

const SETS = Object.keys(LATER) as (keyof typeof LATER)[];

function laterSet(which: keyof typeof LATER): [Part, Case][] {
  return LATER[which].map((one, i) => [(which === 'tenth' || which === 'twelfth') && i % 3 === 2 ? `${which} set, held out` : `${which} set`, one]);
}

async function resultOf(one: Case, databases: Databases, checker: Checker, renderer: Awaited<ReturnType<typeof openRenderer>> | null, today: Date): Promise<Score & Ran> {
  if (one.data === 'desk') return formResult(one, checker);
  const tables = databases[one.data];
  const answer = await answerTo(one.prompt, one.edits ?? [], tables, today);
  const score = await scoreOf(one, answer, tables, today);
  if (!answer.plan) return { ...score, compiles: null, renders: null };
  const source = write(answer.plan);
  const found = await checker.check({ source, bindings: [tables.binding], describe: (_binding, operation, args) => tables.connector.check(operation, args) });
  const rendered: Rendered | null = renderer && (await renderer.render(source));
  const compiles = found.length === 0;
  return { ...score, compiles, renders: rendered && rendered.ok, why: [...score.why, ...found.map((f) => `check: ${f.message}`), ...(rendered?.problems ?? []).map((p) => `render: ${p}`)] };
}

/** A form stands for its function and its fields; sent it is nowhere. */
async function formResult(one: Case, checker: Checker): Promise<Score & Ran> {
  const binding = deskBinding();
  const form = readForm(one.prompt, [binding]);
  const block = form?.block ?? null;
  const isRight = block !== null && block.operation === one.form?.function;
  const shown = block?.fields.map((field) => field.path.at(-1) ?? '') ?? [];
  const hasFields = isRight && (one.form?.fields ?? []).every((field) => shown.includes(field));
  const found = block ? await checker.check({ source: write(withCall(block, null)), bindings: [binding], describe: () => Promise.reject(new Error('Nothing is asked.')) }) : [];
  const silent = block !== null && !hasFields && form?.problems.length === 0 && form.unread.length === 0;
  return { blocks: isRight, fields: hasFields, rows: hasFields, said: true, silent, compiles: block && found.length === 0, renders: null, why: hasFields ? [] : [`form: ${block?.operation ?? 'none'} ${shown.join(', ')} ${form?.problems.join(' ') ?? ''}`] };
}

function rowsOf(results: Result[], part: Part): BenchRow[] {
  if (results.length === 0) return [];
  const intents = [...new Set(results.map((r) => r.case.intent))];
  const of = (list: Result[], is: (r: Result) => boolean) => list.filter(is).length;
  const percent = (is: (r: Result) => boolean) => Math.round((1000 * of(results, is)) / Math.max(1, results.length)) / 10;
  const goal = (metric: string, value: number, at: number): BenchRow => ({ metric: `${part}: ${metric}`, value, unit: '%', goal: at, ok: value >= at });
  const silent = of(results, (r) => r.silent);
  const ran = (what: string, each: boolean[]) => (each.length === 0 ? [] : [goal(`programs that ${what}, of ${each.length}`, Math.round((1000 * each.filter(Boolean).length) / each.length) / 10, 100)]);
  const asks = results.filter((r) => r.case.unread);
  return [
    ...intents.map((intent) => {
      const list = results.filter((r) => r.case.intent === intent);
      const said = `blocks ${of(list, (r) => r.blocks)}, fields ${of(list, (r) => r.fields)}, compile ${of(list, (r) => r.compiles === true)} of ${of(list, (r) => r.compiles !== null)}, render ${of(list, (r) => r.renders === true)} of ${of(list, (r) => r.renders !== null)}, silent ${of(list, (r) => r.silent)}`;
      return { metric: `${part}: ${intent}: right rows of ${list.length} (${said})`, value: of(list, (r) => r.rows && r.blocks), unit: '' };
    }),
    ...ran('compile', results.flatMap((r) => r.compiles ?? [])),
    ...ran('render', results.flatMap((r) => r.renders ?? [])),
    { metric: `${part}: right blocks`, value: percent((r) => r.blocks), unit: '%' },
    { metric: `${part}: right fields`, value: percent((r) => r.fields), unit: '%' },
    goal('right rows', percent((r) => r.rows), GOAL_ROWS),
    { metric: `${part}: all right`, value: percent((r) => r.rows && r.blocks && r.fields && r.said), unit: '%' },
    { metric: `${part}: unread words reported, of ${asks.length}`, value: of(asks, (r) => r.said), unit: '' },
    { metric: `${part}: silent substitutions`, value: silent, unit: '', goal: 0, ok: silent === 0 },
  ];
}

/** From a prompt to its Plan, with a catalogue of fifty tables made anew each time. */
function speed(bindings: TableBinding[], today: Date): BenchRow[] {
  const tables = bindings.flatMap((b) => b.tables);
  const many = Array.from({ length: TABLES }, (_, i) => ({ ...tables[i % tables.length]!, name: i < tables.length ? tables[i]!.name : `${tables[i % tables.length]!.name}_${i}` }));
  const wide: TableBinding = { ...bindings[0]!, tables: many };
  const taken: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const { prompt } = PROMPTS[i % PROMPTS.length]!;
    const began = performance.now();
    readPrompt(prompt, createCatalogue([wide]), today);
    taken.push(performance.now() - began);
  }
  // The first are spent on compiling.
  const p95 = Math.round(10 * taken.slice(PROMPTS.length).toSorted((a, b) => a - b)[Math.floor((RUNS - PROMPTS.length) * 0.95)]!) / 10;
  return [{ metric: `from a prompt to its Plan, ${TABLES} tables, p95`, value: p95, unit: 'ms', goal: GOAL_PLAN_MS, ok: p95 <= GOAL_PLAN_MS }];
}

function optionsOf(args: string[]) {
  const after = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined);
  return { questions: after('--questions'), data: after('--data'), intent: after('--intent'), practice: args.includes('--practice'), later: SETS.find((set) => args.includes(`--${set}`)) ?? null, fast: args.includes('--fast'), show: args.includes('--show') };
}
