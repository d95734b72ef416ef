import { CallFailed, failWith } from './call-failed';
import type { CallErrorData, GuestLimits, Host } from './host';

type Waiting = { resolve(value: unknown): void; reject(error: unknown): void; failed: CallFailed };

export type Calls = {
  /** The function that calls an operation. Its promise rejects with a CallFailed. */
  caller(binding: string, operation: string): (args: unknown) => Promise<unknown>;
  /** Calls that no answer has come to, or that weren't even taken. */
  open(): number;
  /** The calls since it was last asked, as JSON: a list of `[id, binding, operation, arguments]`. Empty where there are none. */
  take(): string;
  /** `[id, 1, value]` or `[id, 0, error]`, many at a time, as JSON. */
  settle(json: string): void;
};

const { stringify, parse } = JSON;
const PromiseOfEngine = Promise;

/**
 * The guest's side of the bridge. Calls of one turn leave together: the thread takes them once the guest has nothing left to
 * do.
 */
export function createCalls(host: Host, limits: () => GuestLimits): Calls {
  const waiting: Record<number, Waiting> = { __proto__: null } as never;
  let lastId = 0;
  let open = 0;
  let units = 0;
  let taken = '';

  return {
    caller(binding, operation) {
      const head = `${stringify(binding)},${stringify(operation)}`;
      return (args) => new PromiseOfEngine((resolve, reject) => {
        const failed = new CallFailed();
        let text: string;
        try {
          text = stringify(args ?? null) ?? 'null';
        } catch (error) {
          return reject(failWith(failed, notSent('bad-arguments', `These arguments can’t be sent: ${reasonOf(error)}`)));
        }
        const { calls, callUnits, allCallsUnits } = limits();
        if (text.length > callUnits) {
          return reject(failWith(failed, notSent('limit-bytes', `The arguments of ${binding}.${operation} are larger than ${callUnits} characters as JSON.`)));
        }
        const id = ++lastId;
        units += text.length;
        if (id > calls || units > allCallsUnits) {
          host.end(id > calls ? 'limit-calls' : 'limit-call-bytes', failed.stack);
          throw failed;
        }
        waiting[id] = { resolve, reject, failed };
        open += 1;
        taken += `${taken === '' ? '' : ','}[${id},${head},${text}]`;
      });
    },
    open: () => open,
    take() {
      const calls = taken === '' ? '' : `[${taken}]`;
      taken = '';
      return calls;
    },
    settle(json) {
      const answers = parse(json) as [id: number, ok: 0 | 1, value: unknown][];
      for (let i = 0; i < answers.length; i++) {
        const [id, ok, value] = answers[i]!;
        const caller = waiting[id];
        if (!caller) continue;
        delete waiting[id];
        open -= 1;
        if (ok) caller.resolve(value);
        else caller.reject(failWith(caller.failed, value as CallErrorData));
      }
    },
  };
}

function notSent(code: string, message: string): CallErrorData {
  return { code, message, retryable: false };
}

function reasonOf(error: unknown): string {
  try {
    return String((error as Error).message);
  } catch {
    return 'they can’t be read';
  }
}
