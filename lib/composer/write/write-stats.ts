import type { Stat } from '../plan';
import { capitalise } from '../words/tokens';
import { formatAttribute } from './format-text';
import { goodDirection } from './good-direction';
import { attribute, element, indent, returned } from './jsx-text';
import type { PartOf } from './outline';
import type { StatColumn } from './stat-query';

/** The body of a row of figures. */
export function statsBody({ stats, blocks }: PartOf<'stats'>): string[] {
  const elements = stats.flatMap((stat, i) =>
    element('Stat', [
      attribute('label', capitalise(stat.label)),
      `value={row?.${stat.name}}`,
      formatAttribute(stat),
      ...(stat.before ? goodAttribute(blocks[i] as Stat) : []),
      ...(stat.before ? [`change={change(row?.${stat.name}, row?.${stat.before})}`, hint(stat)] : []),
      'error={figures.error}',
    ]),
  );
  return ['const row = figures.data?.[0];', ...returned(stats.length > 1 ? ['<>', ...indent(elements, 2), '</>'] : elements)];
}

/** The number that it is set against, written as the figure is, and when that was. */
function hint(stat: StatColumn): string {
  return `hint={(write) => row && \`against \${write(row.${stat.before})} ${stat.beforeWhen ?? 'in the period before'}\`}`;
}

function goodAttribute(stat: Stat): string[] {
  const good = goodDirection(stat);
  return good === 'up' ? [] : [`good="${good}"`];
}

export const CHANGE = `/** Against the period before, as a share: 0.12 is 12 % more. */
function change(now: number | null | undefined, before: number | null | undefined) {
  return typeof now === "number" && before ? now / before - 1 : undefined;
}`;
