import { Connection } from './connection.ts';

/** Answers a second that a server gives to so many who ask again as soon as they have one. */
export async function mostPerSecond(port: number, request: string, connections: number, ms: number): Promise<number> {
  const all = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const end = performance.now() + ms;
  let answers = 0;
  const began = performance.now();
  await Promise.all(
    all.map(async (connection) => {
      while (performance.now() < end) {
        expectOk(await connection.ask(request));
        answers += 1;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  for (const connection of all) connection.close();
  return answers / seconds;
}

/**
 * Milliseconds from when each request was meant to be sent to the end of its answer, of so many viewers who together open so many a second,
 * whether or not the ones before were answered: a server that falls behind shows it.
 */
export async function latencies(port: number, request: string, viewers: number, perSecond: number, ms: number): Promise<number[]> {
  const all = await Promise.all(Array.from({ length: viewers }, () => Connection.open(port)));
  const began = performance.now();
  const every = (viewers / perSecond) * 1_000;
  const times: number[] = [];
  await Promise.all(
    all.map(async (connection, index) => {
      for (let due = began + (index / viewers) * every; due < began + ms; due += every) {
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        // What this client's timers are late isn't the server's; that the answer before wasn't there yet is.
        const from = wait > 0 ? performance.now() : due;
        expectOk(await connection.ask(request));
        times.push(performance.now() - from);
      }
    }),
  );
  for (const connection of all) connection.close();
  return times;
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

function expectOk(status: number): void {
  if (status !== 200) throw new Error(`The server answered ${status}.`);
}
