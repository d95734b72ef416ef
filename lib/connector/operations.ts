import type { ApiBinding, Effect, Operation } from '../binding/binding';
import { validate } from '../binding/validate';
import { problemText } from '../binding/value-problem';
import { CallError, type CallCheck } from './contract';
import type { Secrets } from './http/secrets';
import { withoutSecrets } from './http/without-secrets';

/** The operations of an API, found by their names, and what generated code passes them, compared with their types. */
export class Operations {
  readonly #binding: ApiBinding;
  readonly #byName: ReadonlyMap<string, Operation>;

  constructor(binding: ApiBinding) {
    this.#binding = binding;
    this.#byName = new Map(binding.operations.map((operation) => [operation.name, operation]));
  }

  effectOf(name: string): Effect {
    return this.#byName.get(name)?.effect ?? 'read';
  }

  /** @throws CallError `unknown-operation` */
  find(name: string): Operation {
    const operation = this.#byName.get(name);
    if (operation) return operation;
    throw new CallError({ code: 'unknown-operation', message: `There is no operation '${String(name).slice(0, 60)}'.`, retryable: false });
  }

  /** The arguments, none being an empty object. @throws CallError `bad-arguments`, with the nearest right name */
  validated(operation: Operation, args: unknown): Record<string, unknown> {
    const input = args ?? {};
    const problem = validate(operation.input, input, this.#binding.types);
    if (problem) throw new CallError({ code: 'bad-arguments', message: problemText(problem), hint: problem.hint, retryable: false });
    return input as Record<string, unknown>;
  }
}

/** What `prepare` throws, as the answer of a check. */
export function checkBy(prepare: () => unknown, secrets: Secrets): CallCheck {
  try {
    prepare();
    return { ok: true, columns: [] };
  } catch (error) {
    const { message, hint, code } = withoutSecrets(error, secrets).data;
    return { ok: false, message, hint, code };
  }
}
