import type { Client } from '@modelcontextprotocol/client';
import type { ApiBinding, Effect, Operation, Shape } from '../../binding/binding';
import { CallError, type CallCheck, type CallResult, type Connector } from '../contract';
import { checkBy, Operations } from '../operations';
import { startDeadline } from '../http/deadline';
import { tidyAnswer } from '../http/tidy-answer';
import { isRecord } from '../json-schema/json-value';
import { validate } from '../../binding/validate';
import { problemText } from '../../binding/value-problem';
import { ask, askAll, type Asking } from './ask-all';
import { contentOf } from './content';
import { MAX_CALL_MS, MAX_MESSAGE_BYTES } from './limits';
import type { McpServer } from './mcp-server';
import type { McpCall, ReadMcp } from './read-description';
import { openShape } from './open-shape';
import { McpSession } from './session';
import { tooLarge } from './too-large';

/** A connector to a server by what it said of itself. The server is started, or spoken to, at the first call. */
export function mcpConnector(server: McpServer, read: ReadMcp): Connector<ApiBinding> {
  return new McpConnector(server, read);
}

class McpConnector implements Connector<ApiBinding> {
  readonly #session: McpSession;
  readonly #binding: ApiBinding;
  readonly #operations: Operations;
  readonly #answering: ReadonlyMap<string, Answering>;

  constructor(server: McpServer, { binding, calls }: ReadMcp) {
    this.#session = new McpSession(server);
    this.#binding = binding;
    const types = Object.fromEntries(Object.entries(binding.types).map(([name, shape]) => [name, openShape(shape)]));
    const answering = (operation: Operation): Answering => {
      const how = calls[operation.name]!;
      return { how, types, output: typeof how !== 'string' && how.isStructured ? openShape(operation.output) : null };
    };
    this.#operations = new Operations(binding);
    this.#answering = new Map(binding.operations.map((operation) => [operation.name, answering(operation)]));
  }

  async describe(): Promise<ApiBinding> {
    return this.#binding;
  }

  effectOf(name: string): Effect {
    return this.#operations.effectOf(name);
  }

  async call(name: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    const operation = this.#operations.find(name);
    const answering = this.#answering.get(operation.name)!;
    const input = this.#operations.validated(operation, args);
    const deadline = startDeadline(MAX_CALL_MS, signal, operation.effect === 'read');
    const start = performance.now();
    try {
      const answer = await this.#session.use(deadline.signal, (client, options) => answerOf(client, answering, input, options));
      const value = tidyAnswer(answer, this.#session.secrets);
      const bytes = (JSON.stringify(value) ?? '').length;
      if (bytes > MAX_MESSAGE_BYTES) throw tooLarge();
      return { value, rows: Array.isArray(value) ? value.length : 0, bytes, ms: performance.now() - start };
    } catch (error) {
      throw deadline.error() ?? error;
    } finally {
      deadline.stop();
    }
  }

  async check(name: string, args: unknown): Promise<CallCheck> {
    const operation = this.#operations.find(name);
    return checkBy(() => this.#operations.validated(operation, args), this.#session.secrets);
  }

  close(): Promise<void> {
    return this.#session.close();
  }
}

type Answering = { how: McpCall; output: Shape | null; types: Readonly<Record<string, Shape>> };

async function answerOf(client: Client, { how, output, types }: Answering, input: Record<string, unknown>, options: Asking): Promise<unknown> {
  if (how === 'read-resource') return contentOf((await ask(client, 'resources/read', { uri: String(input.uri) }, options)).contents);
  if (how === 'list-resources') {
    const [resources, templates] = await Promise.all([
      askAll(client, 'resources/list', 'resources', options),
      askAll(client, 'resources/templates/list', 'resourceTemplates', options).catch(() => ({ items: [] })), // Many have none, and don't know the question.
    ]);
    const named = (items: unknown[]) => items.filter(isRecord).map(({ uri, uriTemplate, name, description, mimeType }) => ({ uri, uriTemplate, name, description, mimeType }));
    return { resources: named(resources.items), templates: named(templates.items) };
  }
  const result = await ask(client, 'tools/call', { name: how.tool, arguments: input }, options);
  const content = contentOf(result.content);
  if (result.isError === true) throw new CallError({ code: 'http-error', message: `${how.tool.slice(0, 60)} failed.`, retryable: false, ...(content.text && { detail: content.text }) });
  if (!output) return content;
  const problem = validate(output, result.structuredContent ?? null, types);
  if (!problem) return result.structuredContent;
  throw new CallError({ code: 'bad-answer', message: `${how.tool.slice(0, 60)} says what its answers are like, and answered otherwise.`, retryable: false, detail: problemText(problem) });
}
