/**
 * Which models are asked for a plan instead of a program, by their names. A program is some 200 lines of TypeScript and SQL that have to
 * hold together; small models lose the thread, and three rounds of repairs on a laptop take minutes. What is missing here, or
 * wrong, a person says in settings.
 */

/** Billions of parameters up to which a model is given a plan to fill. */
const WEAK_BILLIONS = 9;

/** `qwen3:4b`, `Llama-3.2-3B-Instruct`, `gemma3n:e4b`; not `8x7b`, and not the active part of `30b-a3b`. */
const BILLIONS = /(?:^|[^\da-z.])e?(\d+(?:\.\d+)?)b(?![a-z0-9])/i;
/** `smollm2:360m`, `gemma-3-270m-it` */
const MILLIONS = /(?:^|[^\da-z.])\d+m(?![a-z0-9])/i;

/** Names that say no size, with what their servers mean by them. */
const NAMED: { names: RegExp; why: string }[] = [
  { names: /^(?:llama3|llama3\.1|llama2|codellama|mistral|qwen2|qwen2\.5|qwen2\.5-coder|qwen3|gemma|gemma2|deepseek-r1|granite3\.[0-9]|olmo2|starcoder2)(?::latest)?$/i, why: 'has 9 billion parameters or fewer unless its name says more' },
  { names: /^(?:llama3\.2|gemma3|gemma3n|phi|phi3|phi3\.5|orca-mini|stable-code|falcon3)(?::latest)?$/i, why: 'has 4 billion parameters or fewer unless its name says more' },
  { names: /tinyllama|smollm|phi-?[0-9](?:\.[0-9])?-mini|phi-?4-mini|nano-?llama/i, why: 'is made for phones and small machines' },
];

/** Why a model is asked for a plan, in words that go on behind its name; null where it may write whole programs. */
export function whyWeak(model: string): string | null {
  const name = model.slice(model.lastIndexOf('/') + 1);
  const billions = BILLIONS.exec(name)?.[1];
  if (billions !== undefined) return Number(billions) <= WEAK_BILLIONS ? `has ${billions} billion parameters` : null;
  if (MILLIONS.test(name)) return 'has less than a billion parameters';
  return NAMED.find(({ names }) => names.test(name))?.why ?? null;
}
