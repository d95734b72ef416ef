import { event, type Wire } from './wire.ts';

const STOP_REASONS = { stop: 'end_turn', length: 'max_tokens', refusal: 'refusal', tools: 'tool_use' };

const ERROR_TYPES: Record<number, string> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

const named = (data: { type: string; [key: string]: unknown }) => event(data, data.type);

/** Anthropic's Messages. */
export const anthropic: Wire = {
  name: 'anthropic',
  answers: (method, path) => method === 'POST' && path.endsWith('/messages'),
  start: (model) =>
    named({ type: 'message_start', message: { id: 'msg_1', type: 'message', role: 'assistant', model, content: [], stop_reason: null, usage: { input_tokens: 0, output_tokens: 1 } } }) +
    named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }) +
    named({ type: 'ping' }),
  delta: (text) => named({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  call: ({ name, input }, number) =>
    named({ type: 'content_block_start', index: number, content_block: { type: 'tool_use', id: `toolu_${number}`, name, input: {} } }) +
    named({ type: 'content_block_delta', index: number, delta: { type: 'input_json_delta', partial_json: JSON.stringify(input) } }) +
    named({ type: 'content_block_stop', index: number }),
  finish: (word, usage) =>
    named({ type: 'content_block_stop', index: 0 }) +
    named({ type: 'message_delta', delta: { stop_reason: STOP_REASONS[word], stop_sequence: null }, usage: { input_tokens: usage.input, output_tokens: usage.output } }) +
    named({ type: 'message_stop' }),
  error: (status, message) => ({ type: 'error', error: { type: ERROR_TYPES[status] ?? 'invalid_request_error', message } }),
};
