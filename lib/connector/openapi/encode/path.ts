import { CallError } from '../../contract';
import type { ParameterPlan } from '../request-plan';
import { type Flat, flatten } from './flatten';
import { percent } from './percent';

/**
 * Fills a path's variables. A value stays within its segment whatever is in it; one that would empty its segment, or make
 * it `.` or `..`, is refused, since another operation would be called. Throws a CallError.
 */
export function fillPath(template: string, parameters: readonly ParameterPlan[], input: Readonly<Record<string, unknown>>): string {
  return template.split('/').map((segment) => fillSegment(segment, parameters, input)).join('/');
}

function fillSegment(segment: string, parameters: readonly ParameterPlan[], input: Readonly<Record<string, unknown>>): string {
  let last = '';
  const filled = segment.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const parameter = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name);
    if (!parameter) throw new CallError({ code: 'internal', message: `The specification doesn't say what {${name.slice(0, 60)}} in its path is.`, retryable: false });
    last = parameter.argument;
    return expand(parameter, Object.hasOwn(input, parameter.argument) ? input[parameter.argument] : undefined);
  });
  if (last && isOtherPlace(filled)) throw new CallError({ code: 'bad-arguments', message: `${last}: a part of the path can't be empty, '.' or '..'.`, retryable: false });
  return filled;
}

/** Servers and the URL standard take encoded dots for dots. */
function isOtherPlace(segment: string): boolean {
  return ['', '.', '..'].includes(segment.replace(/%2e/gi, '.'));
}

function expand(parameter: ParameterPlan, value: unknown): string {
  const flat: Flat | null = parameter.json && value !== undefined ? { kind: 'text', text: JSON.stringify(value) } : flatten(value);
  if (!flat) return '';
  const { style, explode } = parameter;
  if (style === 'matrix') return matrix(percent(parameter.name), flat, explode);
  const separator = style === 'label' && explode ? '.' : ',';
  return (style === 'label' ? '.' : '') + parts(flat, explode).join(separator);
}

function parts(flat: Flat, explode: boolean): string[] {
  if (flat.kind === 'text') return [percent(flat.text)];
  if (flat.kind === 'list') return flat.items.map(percent);
  return explode ? flat.entries.map(([name, item]) => `${percent(name)}=${percent(item)}`) : flat.entries.flat().map(percent);
}

function matrix(name: string, flat: Flat, explode: boolean): string {
  if (flat.kind === 'text') return flat.text === '' ? `;${name}` : `;${name}=${percent(flat.text)}`;
  if (!explode) return `;${name}=${parts(flat, false).join(',')}`;
  return flat.kind === 'list' ? flat.items.map((item) => `;${name}=${percent(item)}`).join('') : parts(flat, true).map((part) => `;${part}`).join('');
}
