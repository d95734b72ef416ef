import { CallError, callErrorData } from '../contract';
import type { Secrets } from './secrets';

/** An error as it may leave the connector: whatever it quotes, no secret is in it, nor in its cause. */
export function withoutSecrets(error: unknown, secrets: Secrets): CallError {
  const data = callErrorData(error);
  if (!data) {
    const cause = new Error(secrets.mask(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    return new CallError({ code: 'internal', message: 'The call failed on the server.', retryable: false }, cause);
  }
  const { message, hint, detail } = data;
  return new CallError({ ...data, message: secrets.mask(message), ...(hint !== undefined && { hint: secrets.mask(hint) }), ...(detail !== undefined && { detail: secrets.mask(detail) }) });
}
