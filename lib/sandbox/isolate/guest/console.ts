import type { GuestLimits, Host } from './host';
import { inspect } from './inspect';

/** `console` for generated code: each call is one line, cut where it's too long, and no more lines than a person reads. */
export function createConsole(host: Host, limits: () => GuestLimits): Record<string, (...values: unknown[]) => void> {
  let lines = 0;
  let units = 0;

  function print(level: string, values: readonly unknown[]): void {
    const { consoleLines, consoleUnits, consoleLineUnits } = limits();
    if (lines > consoleLines || units > consoleUnits) return;
    lines += 1;
    if (lines > consoleLines) return host.line('warn', `… further lines are left out: a run prints at most ${consoleLines}.`);
    const text = lineOfText(values, consoleLineUnits);
    units += text.length;
    host.line(level, text);
    if (units > consoleUnits) host.line('warn', `… further lines are left out: a run prints at most ${consoleUnits} characters.`);
  }

  const method = (level: string) => (...values: unknown[]) => print(level, values);
  return {
    debug: method('debug'), log: method('log'), info: method('info'), warn: method('warn'), error: method('error'),
    trace: method('log'), dir: (value) => print('log', [value]), table: (value) => print('log', [value]),
    assert: (holds, ...values) => (holds ? undefined : print('error', ['Assertion failed', ...values])),
  };
}

function lineOfText(values: readonly unknown[], maxUnits: number): string {
  let text = '';
  for (let i = 0; i < values.length && text.length <= maxUnits; i++) text += (i > 0 ? ' ' : '') + inspect(values[i], maxUnits);
  return text.length <= maxUnits ? text : `${text.slice(0, maxUnits)} … (cut at ${maxUnits} characters)`;
}
