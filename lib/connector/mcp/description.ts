import { CallError } from '../contract';
import { MAX_DESCRIPTION_UNITS, MAX_LISTED } from './limits';
import type { McpSession } from './session';

/** What a server says of itself, as far as it is used here. All of it is a stranger's. */
export type McpDescription = {
  title: string;
  instructions: string;
  tools: unknown[];
  /** Whether there are resources that can be listed and read. */
  hasResources: boolean;
};

/** Asks a server what it offers; gives it as JSON. Rejects with a CallError. */
export async function describeServer(session: McpSession, signal: AbortSignal): Promise<string> {
  const described = await session.use(signal, async (client, options) => {
    const { tools: hasTools, resources } = client.getServerCapabilities() ?? {};
    const { tools } = hasTools ? await client.listTools(undefined, options) : { tools: [] };
    const { name, title } = client.getServerVersion() ?? { name: '' };
    return { title: title ?? name, instructions: client.getInstructions() ?? '', tools: tools.slice(0, MAX_LISTED), hasResources: resources !== undefined } satisfies McpDescription;
  });
  const text = JSON.stringify(described);
  if (text.length <= MAX_DESCRIPTION_UNITS) return text;
  throw new CallError({ code: 'limit-bytes', message: `What the server says of its tools is longer than ${MAX_DESCRIPTION_UNITS / 1e6} million characters.`, retryable: false });
}
