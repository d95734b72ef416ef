/**
 * What the guest's own code is given by the thread. The files of this folder run inside of the engine, before any generated
 * code, and are kept in the snapshot; generated code reaches none of this, except through what they hand it.
 */
export type Host = {
  line(level: string, text: string): void;
  /**
   * The end of the run: `value`, with its JSON or nothing; `threw` with a ThrownError as JSON; what of a limit was met, with
   * the stack there; the others with why.
   */
  end(kind: 'value' | 'threw' | 'unfit' | 'bad-value' | 'limit-calls' | 'limit-call-bytes' | 'limit-bytes', text?: string): void;
};

export type GuestLimits = {
  calls: number;
  callUnits: number;
  allCallsUnits: number;
  valueUnits: number;
  consoleLines: number;
  consoleLineUnits: number;
  consoleUnits: number;
};

export type GuestRequest = {
  bindings: { name: string; operations: string[] }[];
  limits: GuestLimits;
  seeds: number[];
  call: { name: string; args: string } | null;
};

/** An error that nobody caught, as text and figures only. */
export type ThrownError = { name: string; message: string; stack: string; call?: CallErrorData };

export type CallErrorData = { code: string; message: string; hint?: string; retryable: boolean; status?: number };
