import { openaiChat } from './openai-chat.ts';
import { event, type Wire } from './wire.ts';

const INCOMPLETE = { length: 'max_output_tokens', refusal: 'content_filter' };

const named = (data: { type: string; [key: string]: unknown }) => event(data, data.type);

/** OpenAI's responses. */
export const openaiResponses: Wire = {
  name: 'openai-responses',
  answers: (method, path) => method === 'POST' && path.endsWith('/responses'),
  start: (model) =>
    named({ type: 'response.created', response: { id: 'resp_1', object: 'response', created_at: 1_700_000_000, model, status: 'in_progress', output: [] } }) +
    named({ type: 'response.output_item.added', output_index: 0, item: { id: 'item_1', type: 'message', role: 'assistant', status: 'in_progress', content: [] } }),
  delta: (text) => named({ type: 'response.output_text.delta', item_id: 'item_1', output_index: 0, content_index: 0, delta: text }),
  finish: (word, { input, output }) =>
    named({ type: 'response.output_item.done', output_index: 0, item: { id: 'item_1', type: 'message', role: 'assistant', status: 'completed', content: [] } }) +
    named({
      type: word === 'stop' ? 'response.completed' : 'response.incomplete',
      response: {
        id: 'resp_1',
        incomplete_details: word === 'stop' ? null : { reason: INCOMPLETE[word] },
        usage: { input_tokens: input, output_tokens: output, total_tokens: input + output },
      },
    }),
  error: openaiChat.error,
};
