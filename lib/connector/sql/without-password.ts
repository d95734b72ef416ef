import { CallError, type CallCheck } from '../contract';
import { Secrets } from '../http/secrets';
import { Refusal } from './refusal';

/** Runs work with a server that was told a password: what it says of an error or in a check can't hold it. */
export function withoutPassword(password: string): <T>(work: () => Promise<T>) => Promise<T> {
  const secrets = new Secrets();
  if (password) secrets.add(password);
  const clean = <T extends { message: string; hint?: string }>(told: T): T => ({ ...told, message: secrets.mask(told.message), ...(told.hint && { hint: secrets.mask(told.hint) }) });
  return async (work) => {
    try {
      const value = await work();
      return isProblem(value) ? clean(value) : value;
    } catch (error) {
      if (error instanceof CallError) throw new CallError(clean(error.data));
      throw error instanceof Refusal ? new Refusal(clean(error.problem)) : error;
    }
  };
}

function isProblem(value: unknown): value is CallCheck & { ok: false } {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}
