import type { OutColumn } from './select';

type Shown = Pick<OutColumn, 'format' | 'unit' | 'signed'>;

/** The kit's name for how a value is written, where it has one. */
export function formatName({ format }: Shown): string {
  if (format === 'number' || format === 'days') return 'number';
  return format === 'money' || format === 'percent' || format === 'date' ? format : 'text';
}

/** The unit that is written behind a number. */
export function unitOf({ format, unit }: Shown): string | null {
  return format === 'days' ? 'days' : (unit ?? null);
}

/** ` format="money"`, or with a unit a function: what a Stat, a chart and a column take. */
export function formatAttribute(shown: Shown): string {
  const unit = unitOf(shown);
  if (shown.signed) return `format={(value) => ${written('value', shown)}}`;
  return unit === null ? `format="${formatName(shown)}"` : `format={(value) => withUnit(value, ${JSON.stringify(unit)})}`;
}

/** The same as the property of an object. */
export function formatProperty(shown: Shown): string {
  const unit = unitOf(shown);
  if (shown.format === 'flag') return 'format: (value) => (value ? "Yes" : "No")';
  if (shown.signed && unit === null) return `format: (value) => ${written('value', shown)}`;
  return `format: "${formatName(shown)}"${unit === null ? '' : `, unit: ${JSON.stringify(unit)}`}`;
}

/** An expression that writes a value out. */
export function written(value: string, shown: Shown): string {
  const unit = unitOf(shown);
  if (unit !== null) return `withUnit(${value}, ${JSON.stringify(unit)})`;
  if (shown.format === 'flag') return `${value} ? "Yes" : "No"`;
  if (shown.signed) return shown.format === 'percent' ? `fmt.change(${value})` : `fmt.${formatName(shown)}(${value}, { signDisplay: "exceptZero" })`;
  const name = formatName(shown);
  if (shown.format === 'text') return `fmt.word(${value})`;
  return name === 'text' ? value : `fmt.${name}(${value})`;
}

/** What an axis is told of how its ticks are written; the kit writes them short. */
export function axisFormat(shown: Shown): string {
  const name = formatName(shown);
  return name === 'money' || name === 'percent' ? ` format="${name}"` : '';
}

export const WITH_UNIT = `/** "12.5 ms"; a dash for what is missing. */
function withUnit(value: unknown, unit: string) {
  return typeof value === "number" ? \`\${fmt.number(value, { maximumFractionDigits: 1 })} \${unit}\` : "–";
}`;
