import { CallError } from '../contract';
import { explainFailure } from '../http/failure';
import type { DatabaseServer } from '../sql/database-server';
import { tooBusy } from '../sql/endings';

/** By SQLSTATE or by the driver's own words. What the server says isn't repeated: it was told the password. */
const WORDS: readonly [RegExp, (server: DatabaseServer) => { message: string; hint?: string }][] = [
  [/^28P01$|^28000$|no pg_hba\.conf entry/, ({ user }) => ({ message: `The server doesn’t let '${user}' in.`, hint: 'Look at user and password, and at whether this machine may connect (pg_hba.conf).' })],
  [/^3D000$/, ({ database }) => ({ message: `The server has no database '${database}'.` })],
  [/^53300$/, () => ({ message: 'The server takes no more connections right now.' })],
  [/^57P0[123]$/, () => ({ message: 'The server is starting or stopping.' })],
  [/does not support SSL/, () => ({ message: 'The server doesn’t speak TLS.', hint: 'Switch TLS on there; or off in this connection, where nobody else can listen.' })],
  [/client password must be a string|password must be/i, () => ({ message: 'The server wants a password.' })],
  [/SASL|SCRAM/, () => ({ message: 'The server could not show that it knows the password.' })],
];

/** Why a connection doesn't stand, as a CallError. */
export function explainConnecting(error: unknown, server: DatabaseServer): CallError {
  if (error instanceof CallError) return error;
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  const words = WORDS.find(([pattern]) => pattern.test(code) || pattern.test(message))?.[1](server);
  if (words) return new CallError({ code: 'unavailable', ...words, retryable: code.startsWith('5') });
  if (/timeout exceeded when trying to connect/.test(message)) return tooBusy();
  if (/timeout/.test(message)) return new CallError({ code: 'unavailable', message: `${server.host} doesn’t answer to connections.`, retryable: true });
  return explainFailure(error, server.host, 'GET');
}
