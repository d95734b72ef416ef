import type { ReactNode } from 'react';
import { toNumber } from '../amount';
import { asText } from '../format';
import { ReferenceLine } from './axes';

/** Text stands on whatever is drawn, with an edge of the card's own colour around its letters. */
const READABLE = { fontSize: 12, stroke: 'var(--card)', strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const;

/** A line across the chart for each value, with its name: `lines={[{ label: "Target", value: 1000 }]}`. What isn't there yet has none; the axis goes as far as it takes. */
export function valueLines(lines: unknown, lying: boolean, write: ((value: unknown) => ReactNode) | undefined): ReactNode {
  if (!Array.isArray(lines)) return null;
  return lines.map((line: unknown, index) => {
    const { value, label } = (typeof line === 'object' && line !== null ? line : {}) as { value?: unknown; label?: unknown };
    const at = toNumber(value);
    if (at === null) return null;
    const name = [asText(label), asText(write ? write(at) : at)].filter(Boolean).join(' ');
    const place = lying ? { x: at, label: { value: name, position: 'top', ...READABLE } } : { y: at, label: { value: name, position: 'insideBottomRight', offset: 6, ...READABLE } };
    return <ReferenceLine key={index} {...place} stroke="var(--foreground)" ifOverflow="extendDomain" />;
  });
}
