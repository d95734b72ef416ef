import type { CallErrorData } from './host';

/** What generated code has in hand may have been changed by it; what was answered stays here. */
const answered = new WeakMap<object, CallErrorData>();
const { get, set } = WeakMap.prototype;
const { apply } = Reflect;

/** A call that was refused or failed, as generated code sees it: the same fields as in the frame. */
export class CallFailed extends Error {
  declare code: string;
  declare hint: string | undefined;
  declare retryable: boolean;
  declare status: number | undefined;
}
Object.defineProperty(CallFailed.prototype, 'name', { value: 'CallFailed', configurable: true, writable: true });

/** Fills in what the answer says. The error is made where the call begins, so that its stack names that line. */
export function failWith(error: CallFailed, data: CallErrorData): CallFailed {
  apply(set, answered, [error, data]);
  const field = (value: unknown) => ({ value, configurable: true, writable: true, enumerable: true });
  Object.defineProperty(error, 'message', { ...field(data.message), enumerable: false });
  Object.defineProperty(error, 'code', field(data.code));
  Object.defineProperty(error, 'retryable', field(data.retryable));
  if (data.hint !== undefined) Object.defineProperty(error, 'hint', field(data.hint));
  if (data.status !== undefined) Object.defineProperty(error, 'status', field(data.status));
  return error;
}

/** What was answered, where this is the error of a call. */
export function callErrorOf(error: unknown): CallErrorData | undefined {
  return typeof error === 'object' && error !== null ? (apply(get, answered, [error]) as CallErrorData | undefined) : undefined;
}
