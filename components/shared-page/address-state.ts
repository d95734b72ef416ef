/** States and shared values as they stand in an address behind `#`, so that what was chosen can be sent. */
export type AddressState = { state: Record<string, unknown>; shared: Record<string, unknown> };

/** Longer addresses are cut off by mail and chat programs. */
const MAX_ADDRESS_UNITS = 4_000;
/** Stands before what is no text: `#count=~3`. */
const NO_TEXT = '~';
/** Stands before the names of shared values, which a state can't be called. */
const SHARED = '.';

/** What an address says. What can't be read isn't there. */
export function readAddress(hash: string): AddressState {
  const read: AddressState = { state: {}, shared: {} };
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const value = valueOf(text);
    if (value === undefined || name === '' || name.includes('__proto__')) continue;
    if (name.startsWith(SHARED)) read.shared[name.slice(SHARED.length)] = value;
    else read.state[name] = value;
  }
  return read;
}

/** The hash for some values; empty where there are none, or too many to be sent. */
export function writeAddress({ state, shared }: AddressState): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) params.set(name, textOf(value));
  for (const [name, value] of Object.entries(shared)) params.set(SHARED + name, textOf(value));
  const text = params.toString();
  return text === '' || text.length > MAX_ADDRESS_UNITS ? '' : `#${text}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' && !value.startsWith(NO_TEXT) ? value : NO_TEXT + JSON.stringify(value);
}

function valueOf(text: string): unknown {
  if (!text.startsWith(NO_TEXT)) return text;
  try {
    return JSON.parse(text.slice(NO_TEXT.length)) as unknown;
  } catch {
    return undefined;
  }
}
