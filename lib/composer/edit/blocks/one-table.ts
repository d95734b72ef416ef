import type { Catalogue } from '../../catalogue/entity';
import { type Block, type Chart, MAX_MEASURES, type Plan } from '../../plan';
import { leading } from '../said/around';
import { retitled } from '../retitle';

const LEAD = leading('please', 'ok', 'now', 'and', 'can\\s+you', 'could\\s+you');
const THEM = '(?:it|this|that|them|these|those|both(?:\\s+of\\s+them)?|everything|all|(?:the|both|all|these|those|the\\s+two)\\s+(?:charts?|bars|numbers|graphs))';
/** "as a table", "show it as a table, sorted by health" */
const AS_TABLE = new RegExp(`${LEAD}(?:(?:show|put|make|display|turn|give|have|present|list|see|combine|merge)\\s+(?:me\\s+)?(?:${THEM}\\s+)?)?(?:together\\s+)?(?:as|in|into)\\s+(?:(?:a|one|a\\s+single|the\\s+same)\\s+)?table(?:\\s+(?:instead|please|together))*(?:[\\s.!]*$|\\s*(?:,|;|\\.|\\band\\b)\\s*(?:and\\s+)?((?:sort|order|rank)(?:ed|ing)?\\b.+)$)`, 'iu');

/** Numbers of the same groups in several charts become one table; what is said of its order is left for another turn. Null where they aren't that, or nothing of the kind is said. */
export function oneTable(plan: Plan, asked: string, catalogue: Catalogue): { plan: Plan; done: string; rest: string | null } | null {
  const match = AS_TABLE.exec(asked);
  const shown = plan.blocks.filter((b) => b.asked !== false && b.type !== 'stat');
  const charts = shown.filter((b): b is Chart => b.type === 'chart' && isPlain(b));
  const [first] = charts;
  if (!match || !first || charts.length < 2 || charts.length < shown.length || charts.some((c) => groupsOf(c) !== groupsOf(first))) return null;
  const measures = [...new Map(charts.flatMap((c) => c.measures).map((m) => [m.label, m])).values()];
  if (measures.length > MAX_MEASURES) return null;
  const { stack: _, direction: __, width: ___, ...rest } = first;
  const table = retitled(first, { ...rest, view: 'table', measures, other: false }, catalogue);
  return { plan: { ...plan, blocks: plan.blocks.flatMap((b): Block[] => (b === first ? [table] : charts.some((c) => c === b) ? [] : [b])) }, done: `“${charts.map((c) => c.title).join('” and “')}” are one table now.`, rest: match[1] ?? null };
}

function isPlain(chart: Chart): boolean {
  return chart.series === null && chart.versus === null && !chart.cumulative && !chart.window && !chart.having && chart.beside === undefined && (chart.lines ?? []).length === 0 && chart.view !== 'scatter';
}

/** Of which rows a chart is, and by what. */
function groupsOf({ binding, table, where, by, limit }: Chart): string {
  const { field, key, bucket, bin, bands } = by;
  return JSON.stringify([binding, table, where, field.table, field.column, key, bucket, bin ?? null, bands ?? null, limit]);
}
