import { capitalise } from '../words/tokens';
import { formatAttribute, written } from './format-text';
import { attribute, element, indent, returned } from './jsx-text';
import type { PartOf } from './outline';
import type { StatColumn } from './stat-query';

/** The body of a row of figures. */
export function statsBody({ stats }: PartOf<'stats'>): string[] {
  const elements = stats.flatMap((stat) =>
    element('Stat', [
      attribute('label', capitalise(stat.label)),
      `value={row?.${stat.name}}`,
      formatAttribute(stat),
      ...(stat.before && isBetterLow(stat) ? ['good="down"'] : []),
      ...(stat.before ? [`change={change(row?.${stat.name}, row?.${stat.before})}`, hint(stat)] : []),
      'error={figures.error}',
    ]),
  );
  return ['const row = figures.data?.[0];', ...returned(stats.length > 1 ? ['<>', ...indent(elements, 2), '</>'] : elements)];
}

/** The number that it is set against, and when that was. */
function hint(stat: StatColumn): string {
  const before = `row.${stat.before}`;
  const value = stat.format === 'text' ? before : written(before, stat);
  return `hint={row ? \`against \${${value}} ${stat.beforeWhen ?? 'in the period before'}\` : undefined}`;
}

/** Of these, less is better. */
function isBetterLow({ label, format }: { label: string; format: string }): boolean {
  return format === 'days' || /\b(return|returned|cancel\w*|refund\w*|churn\w*|bounce\w*|fail\w*|error\w*|complain\w*|defect\w*|late|overdue|lost|cost|costs|expense\w*|latency|open tickets|tickets)\b/i.test(label);
}

export const CHANGE = `/** Against the period before, as a share: 0.12 is 12 % more. */
function change(now: number | null | undefined, before: number | null | undefined) {
  return typeof now === "number" && before ? now / before - 1 : undefined;
}`;
