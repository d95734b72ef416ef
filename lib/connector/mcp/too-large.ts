import { CallError } from '../contract';
import { MAX_MESSAGE_BYTES } from './limits';

export function tooLarge(): CallError {
  return new CallError({ code: 'limit-bytes', message: `The answer is larger than ${MAX_MESSAGE_BYTES / 1e6} MB.`, hint: 'Ask for less: a page, a filter, fewer fields.', retryable: false });
}
