/**
 * What the lock itself uses, as it was before any generated code. That may put another `Set.prototype.has` or
 * `RegExp.prototype.exec` in place, and a lock that asks those opens.
 */
const { apply } = Reflect;
const { exec } = RegExp.prototype;
const { toLowerCase, lastIndexOf, slice } = String.prototype;

export { apply };

export function lowerCase(text: string): string {
  return apply(toLowerCase, text, []);
}

export function matches(pattern: RegExp, text: string): boolean {
  return apply(exec, pattern, [text]) !== null;
}

/** The part after the last `separator`; the whole text where there is none. */
export function afterLast(text: string, separator: string): string {
  return apply(slice, text, [apply(lastIndexOf, text, [separator]) + 1]);
}

/** For what the host sends late, when generated code runs already: it neither sees that text nor puts another in its place. */
const { parse } = JSON;
const CompiledFunction = Function;
const getData = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')!.get!;

export function dataOf(event: MessageEvent): unknown {
  return apply(getData, event, []);
}

export function parseJson(text: string): unknown {
  return parse(text);
}

/** A function of one parameter from its text. */
export function compile(parameter: string, body: string): (value: unknown) => unknown {
  return new CompiledFunction(parameter, body) as (value: unknown) => unknown;
}
