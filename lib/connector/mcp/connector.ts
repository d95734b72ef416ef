import type { Client } from '@modelcontextprotocol/client';
import type { ApiBinding, Effect, Operation } from '../../binding/binding';
import { validate } from '../../binding/validate';
import { problemText } from '../../binding/value-problem';
import { CallError, type CallCheck, type CallResult, type Connector } from '../contract';
import { startDeadline } from '../http/deadline';
import { tidyAnswer } from '../http/tidy-answer';
import { contentOf } from './content';
import { MAX_CALL_MS, MAX_MESSAGE_BYTES } from './limits';
import type { McpServer } from './mcp-server';
import type { McpCall, ReadMcp } from './read-description';
import { McpSession } from './session';

/** A connector to a server by what it said of itself. The server is started, or spoken to, at the first call. */
export function mcpConnector(server: McpServer, read: ReadMcp): Connector<ApiBinding> {
  return new McpConnector(server, read);
}

class McpConnector implements Connector<ApiBinding> {
  readonly #session: McpSession;
  readonly #binding: ApiBinding;
  readonly #operations: ReadonlyMap<string, { operation: Operation; how: McpCall }>;

  constructor(server: McpServer, { binding, calls }: ReadMcp) {
    this.#session = new McpSession(server);
    this.#binding = binding;
    this.#operations = new Map(binding.operations.map((operation) => [operation.name, { operation, how: calls[operation.name]! }]));
  }

  async describe(): Promise<ApiBinding> {
    return this.#binding;
  }

  effectOf(name: string): Effect {
    return this.#operations.get(name)?.operation.effect ?? 'read';
  }

  async call(name: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    const { operation, how } = this.#find(name);
    const input = this.#validated(operation, args);
    const deadline = startDeadline(MAX_CALL_MS, signal, operation.effect === 'read');
    const start = performance.now();
    try {
      const answer = await this.#session.use(deadline.signal, (client, options) => ask(client, how, input, options));
      const value = tidyAnswer(answer, this.#session.secrets);
      const bytes = (JSON.stringify(value) ?? '').length;
      if (bytes > MAX_MESSAGE_BYTES) throw new CallError({ code: 'limit-bytes', message: `The answer is larger than ${MAX_MESSAGE_BYTES / 1e6} MB.`, retryable: false });
      return { value, rows: Array.isArray(value) ? value.length : 0, bytes, ms: performance.now() - start };
    } catch (error) {
      throw deadline.error() ?? error;
    } finally {
      deadline.stop();
    }
  }

  async check(name: string, args: unknown): Promise<CallCheck> {
    const { operation } = this.#find(name);
    try {
      this.#validated(operation, args);
      return { ok: true, columns: [] };
    } catch (error) {
      const { message, hint, code } = (error as CallError).data;
      return { ok: false, message, hint, code };
    }
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  #find(name: string): { operation: Operation; how: McpCall } {
    const found = this.#operations.get(name);
    if (found) return found;
    throw new CallError({ code: 'unknown-operation', message: `There is no operation '${String(name).slice(0, 60)}'.`, retryable: false });
  }

  #validated(operation: Operation, args: unknown): Record<string, unknown> {
    const input = args ?? {};
    const problem = validate(operation.input, input, this.#binding.types);
    if (problem) throw new CallError({ code: 'bad-arguments', message: problemText(problem), hint: problem.hint, retryable: false });
    return input as Record<string, unknown>;
  }
}

type Options = Parameters<Client['callTool']>[1];

async function ask(client: Client, how: McpCall, input: Record<string, unknown>, options: Options): Promise<unknown> {
  if (how === 'read-resource') return contentOf((await client.readResource({ uri: String(input.uri) }, options)).contents);
  if (how === 'list-resources') {
    const [{ resources }, { resourceTemplates }] = await Promise.all([
      client.listResources(undefined, options),
      client.listResourceTemplates(undefined, options).catch(() => ({ resourceTemplates: [] })), // Many have none, and don't know the question.
    ]);
    const named = ({ uri, uriTemplate, name, description, mimeType }: Record<string, unknown>) => ({ uri, uriTemplate, name, description, mimeType });
    return { resources: resources.map((one) => named(one)), templates: resourceTemplates.map((one) => named(one)) };
  }
  const result = await client.callTool({ name: how.tool, arguments: input }, options);
  const content = contentOf(result.content);
  if (result.isError) throw new CallError({ code: 'http-error', message: `${how.tool} failed${content.text ? `: ${content.text.slice(0, MAX_SAID_UNITS)}` : '.'}`, retryable: false });
  if (!how.isStructured) return content;
  if (result.structuredContent !== undefined) return result.structuredContent;
  throw new CallError({ code: 'bad-answer', message: `${how.tool} says what its answers are like, and answered otherwise.`, retryable: false });
}

/** UTF-16 units of what a tool says of its failure. */
const MAX_SAID_UNITS = 500;
