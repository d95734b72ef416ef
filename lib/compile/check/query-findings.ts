import type { Insertion } from './edited-text';
import type { Finding } from './finding';
import { MAX_DESCRIBE_MS, MAX_QUERIES } from './limits';
import type { Query } from './queries';
import type { DescribeQuery, QueryCheck } from './query-check';
import { checkRowType, rowTypeArgument } from './row-type';
import type { Project, SourceFile } from './typescript-server';

/** What the database says of data.ts's queries, and the row types it found for those whose author wrote none. */
export type QueryFindings = { findings: Finding[]; rowTypes: Insertion[] };

/** Has every query described and holds the answers against what is written. */
export async function queryFindings(queries: readonly Query[], describe: DescribeQuery, file: SourceFile, project: Project): Promise<QueryFindings> {
  const results = await Promise.all(
    queries.map((query, i) => (i < MAX_QUERIES ? oneQuery(query, describe, file, project) : unchecked(query, TOO_MANY))),
  );
  return { findings: results.flatMap((result) => result.findings), rowTypes: results.flatMap((result) => result.rowTypes) };
}

const TOO_MANY = `Only the first ${MAX_QUERIES} queries of a program are checked.`;

async function oneQuery(query: Query, describe: DescribeQuery, file: SourceFile, project: Project): Promise<QueryFindings> {
  const check = await describeInTime(query, describe);
  if (check === null) return unchecked(query, 'The database did not answer, so this query was not checked.');
  if (!check.ok) return { findings: [refusal(query, check)], rowTypes: [] };
  if (query.rowType) return { findings: await checkRowType(query, check.columns, file, project), rowTypes: [] };
  return { findings: [], rowTypes: [{ at: query.typeArgumentAt, text: rowTypeArgument(check.columns) }] };
}

/** Null where the outside system is too slow or can't be reached: that is not the program's mistake. */
async function describeInTime(query: Query, describe: DescribeQuery): Promise<QueryCheck | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), MAX_DESCRIBE_MS);
  });
  const answer = describe(query.binding, 'sql', { text: query.text.pieces, values: [] }).catch(() => null);
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

function unchecked(query: Query, message: string): QueryFindings {
  return { findings: [{ start: query.start, end: query.end, severity: 'warning', code: 'sql-not-checked', message }], rowTypes: [] };
}

function refusal(query: Query, check: QueryCheck & { ok: false }): Finding {
  const { code, message, hint, offset, length } = check;
  const place = offset === undefined ? { start: query.start, end: query.end } : placeIn(query, offset, length ?? 1);
  return { ...place, severity: 'error', code, message, hint };
}

function placeIn(query: Query, offset: number, length: number): { start: number; end: number } {
  const start = query.text.toFile(offset);
  return { start, end: Math.max(start + 1, query.text.toFile(offset + length - 1) + 1) };
}
