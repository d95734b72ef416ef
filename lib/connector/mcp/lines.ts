const NEWLINE = 0x0a;

/**
 * Bytes as whole lines. Each piece is looked through once and copied once: the SDK's buffer joins all that it has at each piece, which
 * for one message of 8 MB took five seconds in which nobody else was served.
 */
export class Lines {
  readonly #maxBytes: number;
  #begun: Buffer[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines that end in a piece; null where one is longer than it may be, and from then on nothing more is of use. */
  push(piece: Buffer): string[] | null {
    const lines: string[] = [];
    let from = 0;
    for (let at = piece.indexOf(NEWLINE); at !== -1; at = piece.indexOf(NEWLINE, from)) {
      this.#add(piece.subarray(from, at));
      if (this.#bytes > this.#maxBytes) return null;
      lines.push(Buffer.concat(this.#begun).toString('utf8'));
      this.clear();
      from = at + 1;
    }
    this.#add(piece.subarray(from));
    return this.#bytes > this.#maxBytes ? null : lines;
  }

  clear(): void {
    this.#begun = [];
    this.#bytes = 0;
  }

  #add(bytes: Buffer): void {
    if (bytes.length > 0) this.#begun.push(bytes);
    this.#bytes += bytes.length;
  }
}
