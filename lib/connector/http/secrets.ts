/** Shorter ones are found in everything: to mask them would falsify answers, and hide nothing. */
export const MIN_SECRET_UNITS = 4;

const MASK = '•••';

/**
 * The secrets of one connection, so that nothing that leaves it has them in it: a server may say back what it was sent, as it
 * is or as it was encoded. They are held where neither logs nor JSON find them.
 */
export class Secrets {
  readonly #lasting = new Set<string>();
  #passing: string[] = [];
  /** All forms as one pattern: a large answer is looked through once, not once a form. */
  #pattern: RegExp | null = null;
  #bytePattern: RegExp | null = null;

  add(secret: string): void {
    this.#lasting.add(secret);
    this.#collect();
  }

  /** A secret that others follow: only the last few are kept, since the earlier ones have ended. */
  addPassing(secret: string): void {
    this.#passing = [...this.#passing, secret].slice(-MAX_PASSING);
    this.#collect();
  }

  #collect(): void {
    const secrets = [...this.#lasting, ...this.#passing].filter((secret) => secret.length >= MIN_SECRET_UNITS);
    // The longest first: a part of a secret would leave the rest of it.
    const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
    this.#pattern = anyOf(forms);
    this.#bytePattern = anyOf(forms.map((form) => Buffer.from(form).toString('latin1')));
  }

  mask(text: string): string {
    return this.#pattern && text.length >= MIN_SECRET_UNITS ? text.replace(this.#pattern, MASK) : text;
  }

  /** The same for what is no text. */
  maskBytes(bytes: Buffer): Buffer {
    if (!this.#bytePattern) return bytes;
    const text = bytes.toString('latin1');
    const masked = text.replace(this.#bytePattern, '***');
    return masked === text ? bytes : Buffer.from(masked, 'latin1');
  }
}

/** Access tokens that are still masked after newer ones have come. */
const MAX_PASSING = 8;

function formsOf(secret: string): string[] {
  const percent = encodeURIComponent(secret.toWellFormed());
  const strict = percent.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret, percent, strict, strict.replaceAll('%20', '+'), lowerTriplets(percent), lowerTriplets(strict), json, json.replaceAll('/', '\\/'),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    // Names of hosts are in lower case, and a redirect's may be anything.
    ...(secret.length >= MIN_FOLDED_UNITS ? [secret.toLowerCase()] : []),
    // Most secrets are the same in all of these.
    ...[...new Set([secret, percent, strict, json])].flatMap(base64Forms),
  ];
}

/** Shorter ones are words in lower case too often. */
const MIN_FOLDED_UNITS = 8;

/** On its own, and within a longer text that was encoded, where it may begin at any of three places of a group. */
function base64Forms(secret: string): string[] {
  const whole = Buffer.from(secret).toString('base64');
  const within = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    // The signs that are of the secret alone: those at either end share their bits with what stands beside it.
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  return [whole, ...within].flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

function lowerTriplets(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase());
}

function anyOf(texts: readonly string[]): RegExp | null {
  return texts.length > 0 ? new RegExp(texts.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), 'g') : null;
}
