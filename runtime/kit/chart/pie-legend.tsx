import { type ComponentType, createElement, useContext } from 'react';
import * as recharts from 'recharts';
import { toNumber } from '../amount';
import { fmt } from '../fmt';
import { asText } from '../format';
import { type Row, fieldOf } from '../rows';
import { evenWriter } from '../same-decimals';
import { inWords } from '../words';
import { ChartContext, ConfigContext } from './chart-context';
import type { Loose } from './loose';
import { coloured } from './series';

type PieLegendProps = { nameKey: string; dataKey: string; format: unknown };

/** From this width on, in pixels, the names stand beside the pie. */
const WIDE = 440;
const BESIDE = 232;

/** The pieces of a pie with what each comes to: angles alone can't be read off. */
export function PieLegend(props: PieLegendProps) {
  const isBeside = (recharts.useChartWidth() ?? 0) >= WIDE;
  const place = isBeside ? { layout: 'vertical', align: 'right', verticalAlign: 'middle', width: BESIDE } : { verticalAlign: 'bottom' };
  return createElement(recharts.Legend as ComponentType<Loose>, { ...place, content: <Pieces {...props} isBeside={isBeside} /> });
}

function Pieces({ nameKey, dataKey, format, isBeside }: PieLegendProps & { isBeside: boolean }) {
  const { rows } = useContext(ChartContext);
  const pieces = coloured(rows, nameKey, useContext(ConfigContext));
  const amounts = pieces.map((piece) => toNumber(fieldOf(piece, dataKey)) ?? 0);
  const write = evenWriter(amounts, format ?? 'number');
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  return (
    <ul className={isBeside ? 'grid max-h-56 gap-y-2 overflow-y-auto pl-4 text-xs' : 'mx-auto grid max-h-28 max-w-72 gap-y-1 overflow-y-auto pt-3 text-xs'}>
      {pieces.map((piece, index) => (
        <li key={index} className="flex min-w-0 items-baseline gap-2">
          <span aria-hidden className="size-2 shrink-0 rounded-[2px]" style={{ background: String(piece.fill) }} />
          <span className="min-w-0 flex-1 truncate text-muted-foreground">{nameOf(piece, nameKey)}</span>
          <span className="font-medium text-foreground tabular-nums">{write(amounts[index])}</span>
          <span className="w-9 shrink-0 text-right text-muted-foreground tabular-nums">{all > 0 ? fmt.percent((amounts[index] ?? 0) / all, { maximumFractionDigits: 0 }) : ''}</span>
        </li>
      ))}
    </ul>
  );
}

function nameOf(piece: Row, nameKey: string): string {
  const name = fieldOf(piece, nameKey);
  return typeof name === 'string' ? inWords(name) : asText(name);
}
