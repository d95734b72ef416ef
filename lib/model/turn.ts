import type { JSONSchema7, LanguageModelV4CallOptions, LanguageModelV4Message, LanguageModelV4StreamPart, SharedV4ProviderOptions } from '@ai-sdk/provider';

type Content = Extract<LanguageModelV4Message, { role: 'assistant' }>['content'];
type ToolCall = Extract<LanguageModelV4StreamPart, { type: 'tool-call' }>;
type Part = { type: 'text' | 'reasoning'; id: string; text: string; providerOptions?: SharedV4ProviderOptions };

/** Something a model may ask for while it answers. */
export type ModelTool = {
  name: string;
  description: string;
  input: JSONSchema7;
  /** Gives what the model reads; what went wrong is said in it. `input` is what a model wrote: anything. */
  run(input: unknown, signal: AbortSignal): Promise<string>;
};

/** One turn of a model, kept as it came: providers want their thoughts and calls back to the letter. */
export class Turn {
  readonly #parts: (Part | { type: 'call'; call: ToolCall })[] = [];

  add(piece: LanguageModelV4StreamPart): void {
    if (piece.type === 'tool-call' && !piece.providerExecuted) this.#parts.push({ type: 'call', call: piece });
    const at = /^(text|reasoning)-(start|delta|end)$/.exec(piece.type);
    if (!at || !('id' in piece)) return;
    const type = at[1] as Part['type'];
    const id = String(piece.id);
    const part = this.#parts.find((one): one is Part => one.type === type && one.id === id) ?? this.#begin(type, id);
    if ('delta' in piece) part.text += piece.delta;
    // A signature comes with the last piece, an id with the first.
    if ('providerMetadata' in piece && piece.providerMetadata) part.providerOptions = merge(part.providerOptions, piece.providerMetadata);
  }

  get calls(): ToolCall[] {
    return this.#parts.flatMap((part) => (part.type === 'call' ? [part.call] : []));
  }

  /** The conversation gone on with this turn and what its calls gave. */
  async goOn(options: LanguageModelV4CallOptions, tools: readonly ModelTool[], signal: AbortSignal): Promise<LanguageModelV4CallOptions> {
    const results = await Promise.all(
      this.calls.map(async ({ toolCallId, toolName, input }) => {
        const value = await runTool(tools.find(({ name }) => name === toolName), toolName, input, signal);
        return { type: 'tool-result' as const, toolCallId, toolName, output: { type: 'text' as const, value } };
      }),
    );
    return { ...options, prompt: [...options.prompt, { role: 'assistant', content: this.#content() }, { role: 'tool', content: results }] };
  }

  #begin(type: Part['type'], id: string): Part {
    const part: Part = { type, id, text: '' };
    this.#parts.push(part);
    return part;
  }

  #content(): Content {
    return this.#parts.flatMap((part): Content => {
      if (part.type === 'call') {
        const { toolCallId, toolName, input, providerMetadata } = part.call;
        return [{ type: 'tool-call', toolCallId, toolName, input: parsed(input) ?? {}, ...(providerMetadata && { providerOptions: providerMetadata }) }];
      }
      const { type, text, providerOptions } = part;
      // An empty text is refused by some; an empty thought may be one that is only signed.
      return text === '' && type === 'text' ? [] : [{ type, text, ...(providerOptions && { providerOptions }) }];
    });
  }
}

async function runTool(tool: ModelTool | undefined, name: string, input: string, signal: AbortSignal): Promise<string> {
  if (!tool) return `There is no tool called ${name}.`;
  const value = parsed(input);
  return value === undefined ? 'The arguments are not JSON.' : tool.run(value, signal);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json || '{}');
  } catch {
    return undefined;
  }
}

function merge(before: SharedV4ProviderOptions | undefined, more: SharedV4ProviderOptions): SharedV4ProviderOptions {
  const merged = { ...before };
  for (const [provider, options] of Object.entries(more)) merged[provider] = { ...merged[provider], ...options };
  return merged;
}
