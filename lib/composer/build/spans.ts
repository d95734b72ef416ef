import { type During, MAX_MEASURES, type Measure } from '../plan';
import { periodLabel } from '../read/periods';
import { capitalise } from '../words/tokens';

/** Numbers of one chart that are of different stretches of time: this year's beside last year's. */

/** The number for each stretch, named after it. */
export function inEach(measure: Measure, spans: readonly During[]): Measure[] {
  return spans.map((during) => ({ ...measure, label: `${measure.label} ${spanName(during)}`, during }));
}

/** "last year", "the same month last year" */
export function spanName({ period }: During): string {
  return periodLabel(period).replace(/^in /, '');
}

/** What hasn't ended yet is less than what has. */
export function openEnd(measures: readonly Measure[]): string[] {
  const [newer, older] = spansOf(measures)?.spans ?? [];
  const isOpen = newer?.period.kind === 'unit' && newer.period.back === 0 && newer.period.unit !== 'day';
  return isOpen && older ? [`${capitalise(spanName(older))} is whole, and ${spanName(newer)} as far as it has come.`] : [];
}

/** The stretches that numbers are of, and the numbers as they are without; null where any is of all rows. */
export function spansOf(measures: readonly Measure[]): { spans: During[]; bare: Measure[] } | null {
  const spans: During[] = [];
  const bare: Measure[] = [];
  for (const { during, ...measure } of measures) {
    if (!during) return null;
    const label = measure.label.slice(0, -spanName(during).length - 1);
    if (!spans.some((s) => spanName(s) === spanName(during))) spans.push(during);
    if (!bare.some((b) => b.label === label)) bare.push({ ...measure, label });
  }
  return spans.length > 0 ? { spans, bare } : null;
}

/** As many numbers as there is room for in each stretch. */
export function roomFor(spans: readonly During[]): number {
  return Math.floor(MAX_MEASURES / spans.length);
}
