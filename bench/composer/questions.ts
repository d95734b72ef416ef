/** Questions of others over tables of theirs: for each a line of JSON, so that it can be scored by whoever has the answers. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { summaryOf } from '../../lib/composer/summary.ts';
import { answerTo, runPlan } from './answer.ts';
import { openCsvs, type Tables } from './data.ts';

type Question = { id: string | number; database: string; question: string };

export async function answerQuestions(file: string, folder: string, today: Date): Promise<void> {
  const questions = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Question);
  // One database is open at a time: there may be hundreds.
  const byDatabase = Map.groupBy(questions, ({ database }) => database);
  for (const [database, asked] of byDatabase) {
    const connector = await openCsvs('data', tablesIn(path.join(folder, database)));
    const tables: Tables = { connector, binding: await connector.describe() };
    for (const one of asked) {
      process.stdout.write(`${JSON.stringify(await answerOf(one, tables, today))}\n`);
    }
    await connector.close();
  }
}

function tablesIn(folder: string): { table: string; file: string }[] {
  return readdirSync(folder).filter((file) => file.endsWith('.csv')).toSorted().map((file) => ({ table: file.slice(0, -4), file: path.join(folder, file) }));
}

async function answerOf({ id, question }: Question, tables: Tables, today: Date) {
  const { plan, unread, problems } = await answerTo(question, [], tables, today);
  const nothing = { id, chart: null, table: null, x: null, y: null, aggregate: null, series: null, filters: [], bucket: null, sort: null, limit: null, rows: [], unread, problems };
  if (!plan) return nothing;
  const blocks = summaryOf(plan);
  const block = blocks.find((b) => b.asked && b.kind !== 'stat') ?? blocks.find((b) => b.asked) ?? blocks[0];
  if (!block) return nothing;
  const result = (await runPlan(plan, tables.connector)).get(block.reads.function);
  const rows = result === undefined || result instanceof Error ? [] : result.rows.map((row) => Object.fromEntries(row.map((cell, i) => [result.columns[i] ?? '', cell])));
  const [y] = block.y;
  return {
    ...nothing,
    chart: block.kind, table: block.table, x: block.x, y: y?.of ?? null, aggregate: y?.aggregate ?? null, series: block.series, filters: [...block.where, ...(y?.where ?? [])],
    bucket: block.bucket, sort: block.sort, limit: block.limit, rows,
  };
}
