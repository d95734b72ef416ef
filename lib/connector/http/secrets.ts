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
  #forms: string[] = [];

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
    this.#forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  }

  mask(text: string): string {
    let masked = text;
    for (const form of this.#forms) if (masked.length >= form.length && masked.includes(form)) masked = masked.replaceAll(form, MASK);
    return masked;
  }

  /** The same for what is no text. */
  maskBytes(bytes: Buffer): Buffer {
    if (!this.#forms.some((form) => bytes.includes(form))) return bytes;
    let text = bytes.toString('latin1');
    for (const form of this.#forms) text = text.replaceAll(Buffer.from(form).toString('latin1'), '***');
    return Buffer.from(text, 'latin1');
  }
}

/** Access tokens that are still masked after newer ones have come. */
const MAX_PASSING = 8;

function formsOf(secret: string): string[] {
  const percent = encodeURIComponent(secret.toWellFormed());
  const strict = percent.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = Buffer.from(secret).toString('base64');
  return [
    // Names of hosts are in lower case, and a redirect's may be anything.
    secret, secret.toLowerCase(), percent, strict, strict.replaceAll('%20', '+'), lowerTriplets(percent), lowerTriplets(strict), json, json.replaceAll('/', '\\/'),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    base64, base64.replace(/=+$/, ''), Buffer.from(secret).toString('base64url'),
  ];
}

function lowerTriplets(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase());
}
