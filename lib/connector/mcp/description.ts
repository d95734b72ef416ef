import { startDeadline } from '../http/deadline';
import { askAll } from './ask-all';
import { MAX_START_MS } from './limits';
import type { McpServer } from './mcp-server';
import { McpSession } from './session';

/** What a server says of itself, as far as it is used here. All of it is a stranger's. */
export type McpDescription = {
  title: string;
  instructions: string;
  tools: unknown[];
  /** There are more tools than are taken in. */
  isCut: boolean;
  /** Whether there are resources that can be listed and read. */
  hasResources: boolean;
};

/** Asks a server what it offers, in a session of its own; gives it as JSON. Rejects with a CallError. */
export async function describeServer(server: McpServer, signal: AbortSignal): Promise<string> {
  const session = new McpSession(server);
  const deadline = startDeadline(MAX_START_MS, signal, true);
  try {
    return await session.use(deadline.signal, async (client, options) => {
      const { tools: hasTools, resources } = client.getServerCapabilities() ?? {};
      const { items: tools, isCut } = hasTools ? await askAll(client, 'tools/list', 'tools', options) : { items: [], isCut: false };
      const { name, title } = client.getServerVersion() ?? { name: '' };
      return JSON.stringify({ title: title ?? name, instructions: client.getInstructions() ?? '', tools, isCut, hasResources: resources !== undefined } satisfies McpDescription);
    });
  } catch (error) {
    throw deadline.error() ?? error;
  } finally {
    deadline.stop();
    await session.close();
  }
}
