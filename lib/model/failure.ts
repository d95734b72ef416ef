import type { LanguageModelV4FinishReason } from '@ai-sdk/provider';
import type { ModelChoice } from './endpoint';
import { maskSecrets } from './mask';
import type { ReplyFailure } from './messages';
import { SpentError } from './meter';
import { readFault, type Fault } from './provider-fault';
import { StalledError } from './read-parts';

/** Whom a failure is about, and what must not be said of them. */
export type FailureContext = { choice: ModelChoice; secrets: readonly string[] };

/** What was thrown while a reply was read, in words for a person. Nothing of the provider's is shown unmasked. */
export function failureOf(error: unknown, context: FailureContext): ReplyFailure {
  if (error instanceof SpentError) return error.failure;
  if (error instanceof StalledError) return stalled(error, context);
  const fault = readFault(error);
  const kind = KINDS.find(({ matches }) => matches(fault));
  return (kind?.failure ?? rejected)(fault, context);
}

type Kind = { matches(fault: Fault): boolean; failure(fault: Fault, context: FailureContext): ReplyFailure };

/** The first that matches decides. Words come before numbers: an account without credit answers with 429 too. */
const KINDS: Kind[] = [
  { matches: ({ words }) => /insufficient_quota|billing_error|credit balance|payment required/i.test(words), failure: noCredit },
  { matches: ({ status }) => status === 402, failure: noCredit },
  { matches: ({ status, words }) => status === 429 || /rate_limit/i.test(words), failure: rateLimited },
  { matches: ({ status, words }) => status === 401 || status === 403 || /authentication_error|invalid_api_key|api key not valid/i.test(words), failure: unauthorized },
  { matches: ({ status }) => status === 404, failure: unknownModel },
  { matches: ({ unreadable }) => unreadable, failure: unreadable },
  { matches: ({ status, network, words }) => network || status === 408 || (status ?? 0) >= 500 || /overloaded|server_error/i.test(words), failure: unavailable },
];

function stalled({ ms }: StalledError, { choice }: FailureContext): ReplyFailure {
  return {
    code: 'stalled',
    message: `${choice.label} sent nothing for ${Math.max(1, Math.round(ms / 1000))} seconds, so the reply was ended.`,
    hint: 'Try again, or pick another model.',
    retryable: true,
  };
}

function rateLimited({ retryAfter }: Fault, { choice }: FailureContext): ReplyFailure {
  return {
    code: 'rate-limit',
    message: `${choice.label} takes no more requests right now.`,
    hint: retryAfter === undefined ? 'Try again in a minute, or pick another model.' : `Try again in ${retryAfter === 1 ? 'a second' : `${retryAfter} seconds`}.`,
    retryable: true,
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function noCredit(_: Fault, { choice }: FailureContext): ReplyFailure {
  return { code: 'rate-limit', message: `The account of ${choice.label} has no credit left.`, hint: 'Add credit with the provider, or pick another model.', retryable: false };
}

function unauthorized(_: Fault, { choice }: FailureContext): ReplyFailure {
  const where = choice.source === 'environment' ? 'in the environment' : 'in settings';
  return { code: 'unauthorized', message: `${choice.label} didn’t accept the key.`, hint: `Check its key ${where}.`, retryable: false };
}

function unknownModel(_: Fault, { choice }: FailureContext): ReplyFailure {
  return { code: 'unavailable', message: `${choice.label} wasn’t found at its provider.`, hint: 'Check the model’s name and its address.', retryable: false };
}

function unreadable(_: Fault, { choice }: FailureContext): ReplyFailure {
  return { code: 'malformed', message: `${choice.label} sent something that can’t be read.`, hint: 'Try again, or pick another model.', retryable: true };
}

function unavailable(_: Fault, { choice }: FailureContext): ReplyFailure {
  const hint = choice.source === 'local' ? 'Look whether its server is running, then try again.' : 'Try again, or pick another model.';
  return { code: 'unavailable', message: `${choice.label} can’t be reached right now.`, hint, retryable: true };
}

function rejected({ status, message }: Fault, { choice, secrets }: FailureContext): ReplyFailure {
  const said = maskSecrets(message, secrets);
  return {
    code: 'internal',
    message: status === undefined ? 'Something went wrong while the reply was written.' : `${choice.label} refused the request.`,
    ...(said && { hint: said }),
    retryable: status === undefined,
  };
}

/** Why a reply that ended by itself isn't whole; null where it is. */
export function failureOfEnd(reason: LanguageModelV4FinishReason['unified'], text: string, { choice }: FailureContext): ReplyFailure | null {
  if (reason === 'content-filter') {
    return { code: 'refused', message: `${choice.label} declined to answer this prompt.`, hint: 'Say it in other words, or pick another model.', retryable: false };
  }
  if (reason === 'length') {
    return { code: 'truncated', message: 'The reply was cut off at the model’s length limit.', hint: 'What arrived is kept: let it continue.', retryable: true };
  }
  if (reason === 'interrupted' || reason === 'error') {
    return { code: 'unavailable', message: `The connection to ${choice.label} broke off.`, hint: 'What arrived is kept: try again.', retryable: true };
  }
  if (text.trim() === '') {
    return { code: 'malformed', message: `${choice.label} answered with nothing.`, hint: 'Try again, or pick another model.', retryable: true };
  }
  return null;
}
