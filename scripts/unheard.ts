/**
 * Lets the process go on where what it prints has no reader any more: its terminal is closed, or who started it is gone. Without this,
 * a line that can't be printed is an error, which is printed, which is an error: a server that was left behind kept a core busy with it.
 */
export function goOnUnheard(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
