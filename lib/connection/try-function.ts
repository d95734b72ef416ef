import type { ApiBinding } from '../binding/binding';
import type { Connector } from '../connector/contract';

/** Calls the first function that reads and needs nothing, and says in words how it went. Rejects where it failed. */
export async function tryFunction(connector: Connector, { operations }: ApiBinding, signal: AbortSignal): Promise<string> {
  const harmless = operations.find(({ effect, input, deprecated }) => effect === 'read' && !deprecated && input.fields.every(({ required }) => !required));
  if (!harmless) return 'It was read. Each of its functions needs to be given something, so none was called.';
  const { ms } = await connector.call(harmless.name, {}, signal);
  return `${harmless.name} answered after ${Math.round(ms)} ms.`;
}
