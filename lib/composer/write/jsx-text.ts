import { capitalise } from '../words/tokens';

/** ` title="Open orders"`: as an expression where the text can't stand in JSX quotes. */
export function attribute(name: string, text: string): string {
  return /["\\&{}<>\n]/.test(text) ? `${name}={${JSON.stringify(text)}}` : `${name}="${text}"`;
}

/** Text between tags. */
export function jsxText(value: string): string {
  return /[\\{}<>&]/.test(value) ? `{${JSON.stringify(value)}}` : value;
}

/** An object literal's `key: "text"`. */
export function text(value: string): string {
  return JSON.stringify(value);
}

export function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? line : `${' '.repeat(by)}${line}`));
}

const LINE_WIDTH = 100;

/** `<Name a b />` on one line where it fits, else one attribute per line. */
export function element(name: string, attributes: readonly string[], children: readonly string[] = []): string[] {
  const short = attributes.length ? `<${name} ${attributes.join(' ')}` : `<${name}`;
  const fits = short.length <= LINE_WIDTH && !short.includes('\n');
  const open = fits ? [short] : [`<${name}`, ...indent(attributes.flatMap((a) => a.split('\n')), 2)];
  if (children.length === 0) return fits ? [`${short} />`] : [...open, '/>'];
  const opened = fits ? [`${short}>`] : [...open, '>'];
  return [...opened, ...indent(children, 2), `</${name}>`];
}

/** `return <X />;`, or in brackets where it takes more lines. */
export function returned(lines: readonly string[]): string[] {
  return lines.length === 1 ? [`return ${lines[0]};`] : ['return (', ...indent(lines, 2), ');'];
}

/** What a component is told by that a value of its own changed: `onMonthChange`. */
export function onChange(param: string): string {
  return `on${capitalise(param)}Change`;
}
