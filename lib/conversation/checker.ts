import type { Binding } from '../binding/binding';
import { type Checker, createChecker } from '../compile/check/checker';
import type { DescribeQuery } from '../compile/check/query-check';
import { getConnections } from '../connection/connections';
import type { Diagnostic, Source } from '../program/program';
import { inSpan } from '../telemetry/in-span';

// Next bundles routes apart from each other; the one checker of the process is found through globalThis.
const shared = globalThis as { vitrineChecker?: Promise<Checker> };

/** Checks a program against what is connected in a team. The checker is started on first use and stays. */
export async function checkProgram(teamId: string, source: Source, bindings: readonly Binding[], signal?: AbortSignal): Promise<Diagnostic[]> {
  return inSpan('check', { bindings: bindings.length }, async ({ note }) => {
    const diagnostics = await check(teamId, source, bindings, signal);
    note({ diagnostics: diagnostics.length, errors: diagnostics.filter(({ severity }) => severity === 'error').length });
    return diagnostics;
  });
}

async function check(teamId: string, source: Source, bindings: readonly Binding[], signal?: AbortSignal): Promise<Diagnostic[]> {
  const checker = await startedChecker();
  const connections = getConnections(teamId);
  const describe: DescribeQuery = async (binding, operation, args) => {
    const connector = await connections.connector(binding);
    if (!connector) throw new Error(`There is no connection called ${binding}.`);
    return connector.check(operation, args);
  };
  return checker.check({ source, bindings, describe }, signal).catch((error: unknown) => {
    // Whoever asks for a check goes on without one; why there was none is for the log.
    if (!signal?.aborted) console.error(error);
    throw error;
  });
}

/** The checker, started where it isn't yet. */
export function startedChecker(): Promise<Checker> {
  return (shared.vitrineChecker ??= startChecker());
}

export async function closeChecker(): Promise<void> {
  await shared.vitrineChecker?.then((checker) => checker.close(), () => undefined);
  shared.vitrineChecker = undefined;
}

/** A checker that could not be started is tried again by the next check. */
function startChecker(): Promise<Checker> {
  const starting = createChecker();
  starting.catch(() => (shared.vitrineChecker = undefined));
  return starting;
}
