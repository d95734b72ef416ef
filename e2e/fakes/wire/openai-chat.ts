import { event, type Wire } from './wire.ts';

const FINISH_REASONS = { stop: 'stop', length: 'length', refusal: 'content_filter', tools: 'tool_calls' };

function chunk(delta: object, finish: string | null, usage?: object): string {
  const choices = usage ? [] : [{ index: 0, delta, finish_reason: finish }];
  return event({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'fake', choices, ...(usage && { usage }) });
}

/** OpenAI's chat completions, which most other servers speak. */
export const openaiChat: Wire = {
  name: 'openai-chat',
  answers: (method, path) => method === 'POST' && path.endsWith('/chat/completions'),
  start: () => chunk({ role: 'assistant', content: '' }, null),
  delta: (text) => chunk({ content: text }, null),
  call: ({ name, input }, number) =>
    chunk({ tool_calls: [{ index: number - 1, id: `call_${number}`, type: 'function', function: { name, arguments: JSON.stringify(input) } }] }, null),
  finish: (word, { input, output }) =>
    chunk({}, FINISH_REASONS[word]) + chunk({}, null, { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }) + event('[DONE]'),
  error: (status, message) => ({ error: { message, type: status === 429 ? 'rate_limit_exceeded' : 'server_error', param: null, code: null } }),
};
