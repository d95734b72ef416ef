/** How an answer ends by itself. `tools`: it waits for what it asked for. */
export type FinishWord = 'stop' | 'length' | 'refusal' | 'tools';

/** A tool that the model asks for. */
export type ToolCall = { name: string; input: object };

export type Usage = { input: number; output: number };

/** One provider's protocol: what it sends around a text, as the bytes of server-sent events. */
export type Wire = {
  name: string;
  /** True for requests that are spoken in it. */
  answers(method: string, path: string): boolean;
  start(model: string): string;
  delta(text: string): string;
  /** Asks for a tool; `number` counts from 1. */
  call(call: ToolCall, number: number): string;
  finish(word: FinishWord, usage: Usage): string;
  /** An error's body, as the provider words it. */
  error(status: number, message: string): unknown;
};

export function event(data: unknown, name?: string): string {
  return `${name ? `event: ${name}\n` : ''}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}
