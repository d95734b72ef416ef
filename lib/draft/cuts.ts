/** Remembers the last place where the text can be cut and closed again. */
export class Cuts {
  /** What closes whatever is open here, outermost first. */
  readonly closers: string[] = [];
  #atomic = 0;
  position = 0;
  suffix = '';

  /** The text may be cut at `position`, unless something that only counts when whole is open. */
  mark(position: number): void {
    if (this.#atomic > 0) return;
    this.position = position;
    this.suffix = this.closers.toReversed().join('');
  }

  /** Runs a scan in which nothing may be cut. Where END unwinds it, the scan is over, so nothing is restored. */
  atomically(scan: () => void): void {
    this.#atomic++;
    scan();
    this.#atomic--;
  }

  /** Runs a scan that, where it is cut, is closed by `closer`. */
  closedBy(closer: string, scan: () => void): void {
    this.closers.push(closer);
    scan();
    this.closers.pop();
  }
}
