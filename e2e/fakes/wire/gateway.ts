import { event, type Wire } from './wire.ts';

const FINISH_REASONS = { stop: 'stop', length: 'length', refusal: 'content-filter', tools: 'tool-calls' };

const ERROR_TYPES: Record<number, string> = { 401: 'authentication_error', 404: 'model_not_found', 429: 'rate_limit_exceeded' };

/** The AI Gateway, which sends the AI SDK's own stream parts. */
export const gateway: Wire = {
  name: 'gateway',
  answers: (method, path) => method === 'POST' && path.endsWith('/language-model'),
  start: () => event({ type: 'stream-start', warnings: [] }) + event({ type: 'text-start', id: '0' }),
  delta: (text) => event({ type: 'text-delta', id: '0', delta: text }),
  call: ({ name, input }, number) => event({ type: 'tool-call', toolCallId: `call_${number}`, toolName: name, input: JSON.stringify(input) }),
  finish: (word, { input, output }) =>
    event({ type: 'text-end', id: '0' }) +
    event({ type: 'finish', finishReason: { unified: FINISH_REASONS[word] }, usage: { inputTokens: { total: input }, outputTokens: { total: output } } }),
  error: (status, message) => ({ error: { message, type: ERROR_TYPES[status] ?? 'internal_server_error' } }),
};
