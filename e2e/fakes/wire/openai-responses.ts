import { openaiChat } from './openai-chat.ts';
import { event, type FinishWord, type Wire } from './wire.ts';

const INCOMPLETE: Partial<Record<FinishWord, string>> = { length: 'max_output_tokens', refusal: 'content_filter' };

const named = (data: { type: string; [key: string]: unknown }) => event(data, data.type);

/** OpenAI's responses. */
export const openaiResponses: Wire = {
  name: 'openai-responses',
  answers: (method, path) => method === 'POST' && path.endsWith('/responses'),
  start: (model) =>
    named({ type: 'response.created', response: { id: 'resp_1', object: 'response', created_at: 1_700_000_000, model, status: 'in_progress', output: [] } }) +
    named({ type: 'response.output_item.added', output_index: 0, item: { id: 'item_1', type: 'message', role: 'assistant', status: 'in_progress', content: [] } }),
  delta: (text) => named({ type: 'response.output_text.delta', item_id: 'item_1', output_index: 0, content_index: 0, delta: text }),
  call: ({ name, input }, number) => {
    const item = { id: `fc_${number}`, type: 'function_call', call_id: `call_${number}`, name, arguments: '' };
    const text = JSON.stringify(input);
    return (
      named({ type: 'response.output_item.added', output_index: number, item: { ...item, status: 'in_progress' } }) +
      named({ type: 'response.function_call_arguments.delta', item_id: item.id, output_index: number, delta: text }) +
      named({ type: 'response.output_item.done', output_index: number, item: { ...item, arguments: text, status: 'completed' } })
    );
  },
  finish: (word, { input, output }) =>
    named({ type: 'response.output_item.done', output_index: 0, item: { id: 'item_1', type: 'message', role: 'assistant', status: 'completed', content: [] } }) +
    named({
      type: INCOMPLETE[word] ? 'response.incomplete' : 'response.completed',
      response: {
        id: 'resp_1',
        incomplete_details: INCOMPLETE[word] ? { reason: INCOMPLETE[word] } : null,
        usage: { input_tokens: input, output_tokens: output, total_tokens: input + output },
      },
    }),
  error: openaiChat.error,
};
