import { event, type Wire } from './wire.ts';

const FINISH_REASONS = { stop: 'STOP', length: 'MAX_TOKENS', refusal: 'SAFETY', tools: 'STOP' };

const STATUS_WORDS: Record<number, string> = { 401: 'UNAUTHENTICATED', 403: 'PERMISSION_DENIED', 404: 'NOT_FOUND', 429: 'RESOURCE_EXHAUSTED' };

const candidate = (text: string, finishReason?: string) => ({ content: { role: 'model', parts: text ? [{ text }] : [] }, index: 0, ...(finishReason && { finishReason }) });

/** Google's streamGenerateContent. */
export const google: Wire = {
  name: 'google',
  answers: (method, path) => method === 'POST' && path.endsWith(':streamGenerateContent'),
  start: () => '',
  delta: (text) => event({ candidates: [candidate(text)] }),
  call: ({ name, input }) => event({ candidates: [{ content: { role: 'model', parts: [{ functionCall: { name, args: input } }] }, index: 0 }] }),
  finish: (word, { input, output }) =>
    event({
      candidates: [candidate('', FINISH_REASONS[word])],
      usageMetadata: { promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
    }),
  error: (status, message) => ({ error: { code: status, message, status: STATUS_WORDS[status] ?? 'INTERNAL' } }),
};
