import { CallError } from '../contract';
import { explainFailure } from '../http/failure';
import type { DatabaseServer } from '../sql/database-server';
import { tooSlow } from '../sql/endings';
import { type Known, type Said, unknownColumn, unknownTable } from '../sql/known-names';
import { Refusal } from '../sql/refusal';
import type { Token } from '../sql/tokens';

type ServerError = { errno: number; message: string; sqlMessage?: string; code?: string };

type Asked = Known & { tokens: readonly Token[] };

/** What the server says of a query, as a refusal with the place of what it names, or a CallError where a limit ended it. */
export function explainError(error: unknown, asked: Asked): Refusal | CallError {
  if (error instanceof Refusal || error instanceof CallError) return error;
  const { errno, sqlMessage: message } = (error ?? {}) as ServerError;
  if (message === undefined) return new CallError({ code: 'unavailable', message: 'The connection to the database broke.', retryable: true }, error);
  if ([1317, 1969, 3024].includes(errno)) return tooSlow();
  if ([1037, 1038, 1041, 3170].includes(errno)) return new CallError({ code: 'limit-memory', message: 'The query needs more memory than the server has for it.', retryable: false }, error);
  const explain = EXPLANATIONS[errno];
  const name = (/^FUNCTION (\S+) does not exist/.exec(message) ?? /for routine '([^']*)'/.exec(message) ?? /'([^']*)'/.exec(message))?.[1]?.split('.').at(-1)?.replaceAll('`', '') ?? '';
  const said = explain?.(name, message, asked) ?? { code: 'sql-error', message: sentence(message) };
  return new Refusal({ ...placeOf(errno === 1064 ? nearIn(message) : name, asked.tokens), ...said }, error);
}

type Explain = (name: string, message: string, asked: Asked) => Said;

const unknownFunction: Explain = (name) => ({ code: 'sql-unknown-function', message: `No function '${name}'.`, hint: FUNCTION_HINTS[name.toLowerCase()] });
const notAllowed: Explain = (_, message) => ({ code: 'sql-not-allowed', message: `The connection’s login may not do this: ${sentence(message)}` });
const notReadOnly: Explain = (_, message) => ({ code: 'sql-not-read-only', message: `Only what reads may run here. ${sentence(message)}` });

/** By the server's own numbers. */
const EXPLANATIONS: Readonly<Record<number, Explain>> = {
  1054: (name, _, asked) => unknownColumn(name, asked),
  1146: (name, _, { schema }) => unknownTable(name, [...schema.keys()]),
  1305: unknownFunction,
  1630: unknownFunction,
  1370: (name) => unknownFunction(name, '', { schema: new Map(), tables: [], tokens: [] }),
  1052: (name) => ({ code: 'sql-ambiguous-column', message: `'${name}' is a column of several tables.`, hint: 'Write the table before it.' }),
  1055: (_, message) => ({ code: 'sql-error', message: sentence(message), hint: 'Add it to GROUP BY, or use min(…).' }),
  1064: (_, message) => ({ code: 'sql-syntax', message: `Wrong syntax near '${nearIn(message).slice(0, 60)}'.` }),
  1142: notAllowed, 1143: notAllowed, 1044: notAllowed, 1227: notAllowed,
  1792: notReadOnly, 1290: notReadOnly,
  1292: (_, message) => ({ code: 'sql-type', message: sentence(message) }),
  1582: (_, message) => ({ code: 'sql-type', message: sentence(message) }),
};

/** Names of other dialects. */
const FUNCTION_HINTS: Readonly<Record<string, string>> = {
  to_char: "Use date_format(column, '%Y-%m').",
  strftime: "Use date_format(column, '%Y-%m').",
  date_trunc: "Use date_format(column, '%Y-%m-01').",
  any: 'Use `in (${list})`.',
  date_diff: 'Use datediff(b, a).',
  median: 'Sort and take the row in the middle.',
};

function nearIn(message: string): string {
  return /near '(.*?)'? at line/s.exec(message)?.[1] ?? '';
}

function sentence(message: string): string {
  const line = message.split('\n')[0]!.slice(0, 240);
  return `${line}${/[.!?]$/.test(line) ? '' : '.'}`;
}

/** The server names what it stumbles over and not where: the first place that has it. */
function placeOf(name: string, tokens: readonly Token[]): { offset?: number; length?: number } {
  const word = /^[\w$]+/.exec(name)?.[0]?.toLowerCase();
  const token = word ? tokens.find((one) => one.name.toLowerCase() === word) : undefined;
  return token ? { offset: token.start, length: token.text.length } : {};
}

/** Why a connection doesn't stand. What the server says isn't repeated: it was told the password. */
export function explainConnecting(error: unknown, { host, user, database }: DatabaseServer): CallError {
  if (error instanceof CallError) return error;
  const { errno, code = '', message = '' } = (error ?? {}) as Partial<ServerError>;
  const say = (words: string, hint?: string) => new CallError({ code: 'unavailable', message: words, ...(hint && { hint }), retryable: false });
  if (errno === 1045 || errno === 1698 || errno === 1251) return say(`The server doesn’t let '${user}' in.`, 'Look at user and password, and at whether this machine may connect.');
  if (errno === 1049 || errno === 1044) return say(`The server has no database '${database}' that '${user}' may use.`);
  if (errno === 1040 || errno === 1203) return say('The server takes no more connections right now.');
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT') return say('The server doesn’t speak TLS.', 'Switch TLS on there; or off in this connection, where nobody else can listen.');
  if (/^AUTH_SWITCH_PLUGIN_ERROR$/.test(code) || /cleartext|auth.*plugin/i.test(message)) return say('The server wants to be told who asks in a way that isn’t safe or isn’t known here.');
  return explainFailure(error, host, 'GET');
}
