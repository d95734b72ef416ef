import type { Binding } from '../binding/binding';
import type { Connector } from '../connector/contract';

/** A connector that is opened when it is first needed, with its description. */
export type Kept<Kind extends Binding = Binding> = {
  /** Null where there is nothing to connect to. */
  connector(): Promise<Connector<Kind> | null>;
  binding(): Promise<Kind | null>;
  /** Closes it when the calls that are under way have ended. */
  retire(): void;
  close(): Promise<void>;
};

/** Longer than a call may wait and run, so that nobody who has just got the connector finds it closed. */
const RETIRED_MS = 20_000;

/** Opens and describes once; what fails is tried again by the next who asks. */
export function keep<Kind extends Binding>(open: () => Promise<Connector<Kind> | null>): Kept<Kind> {
  const connector = once(open);
  const binding = once(async () => (await connector.get())?.describe() ?? null);
  const close = async () => {
    const opened = await connector.peek()?.catch(() => null);
    await opened?.close();
  };
  return {
    connector: connector.get,
    binding: binding.get,
    retire: () => void setTimeout(() => void close().catch((error: unknown) => console.error(error)), RETIRED_MS).unref(),
    close,
  };
}

function once<T>(make: () => Promise<T>): { get(): Promise<T>; peek(): Promise<T> | undefined } {
  let made: Promise<T> | undefined;
  return {
    get: () =>
      (made ??= make().catch((error: unknown) => {
        made = undefined;
        throw error;
      })),
    peek: () => made,
  };
}
