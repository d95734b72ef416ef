import { CallError } from '../../contract';
import { headerProblem } from '../../http/check-request';
import type { ParameterPlan } from '../request-plan';
import { flatten, isPresent } from './flatten';
import { pairsOf } from './pairs';
import { percent, percentReserved } from './percent';

type Input = Readonly<Record<string, unknown>>;

/** `a=1&b=2`, without a question mark. */
export function encodeQuery(parameters: readonly ParameterPlan[], input: Input): string {
  return present(parameters, 'query', input)
    .flatMap(({ parameter, value }) => {
      const encode = parameter.allowReserved ? percentReserved : percent;
      return parameter.json ? [[percent(parameter.name), encode(JSON.stringify(value))]] : pairsOf(parameter.name, value, parameter, encode);
    })
    .map((pair) => pair.join('='))
    .join('&');
}

/** A cookie header's value; each pair is a cookie of its own. */
export function encodeCookies(parameters: readonly ParameterPlan[], input: Input): string {
  return present(parameters, 'cookie', input)
    .flatMap(({ parameter, value }) => (parameter.json ? [[percent(parameter.name), percent(JSON.stringify(value))]] : pairsOf(parameter.name, value, parameter, percent)))
    .map((pair) => pair.join('='))
    .join('; ');
}

/** Headers that a specification may not describe (OpenAPI, Parameter Object): the body and the credentials make them. */
const NOT_PARAMETERS = new Set(['accept', 'content-type', 'authorization']);

/** Headers by their names in lower case; values aren't encoded. Throws a CallError where one can't be sent. */
export function encodeHeaders(parameters: readonly ParameterPlan[], input: Input): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { parameter, value } of present(parameters, 'header', input)) {
    const name = parameter.name.toLowerCase();
    if (NOT_PARAMETERS.has(name)) continue;
    const text = parameter.json ? asciiJson(value) : simple(value, parameter.explode);
    const problem = headerProblem(name, text);
    if (problem) throw new CallError({ code: 'bad-arguments', message: `${parameter.argument}: this header can't be sent: ${problem}.`, retryable: false });
    Object.defineProperty(headers, name, { value: text, enumerable: true, configurable: true, writable: true });
  }
  return headers;
}

function simple(value: unknown, explode: boolean): string {
  const flat = flatten(value);
  if (!flat) return '';
  if (flat.kind === 'text') return flat.text;
  if (flat.kind === 'list') return flat.items.join(',');
  return flat.entries.map((entry) => entry.join(explode ? '=' : ',')).join(',');
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function present(parameters: readonly ParameterPlan[], place: ParameterPlan['in'], input: Input): { parameter: ParameterPlan; value: unknown }[] {
  return parameters
    .filter((parameter) => parameter.in === place && Object.hasOwn(input, parameter.argument))
    .map((parameter) => ({ parameter, value: input[parameter.argument] }))
    .filter(({ parameter, value }) => (parameter.json ? value !== undefined : isPresent(value)));
}
