import { ConnectionProblem } from './problem';

/** A program and its arguments, as they're typed in a terminal; quotes hold spaces together. No shell is involved. @throws ConnectionProblem */
export function commandLine(text: string): { command: string; args: string[] } {
  const words: string[] = [];
  const pattern = /\s*((?:[^\s"']+|"[^"]*"|'[^']*')+)/gy;
  let end = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    words.push(match[1]!.replace(/"([^"]*)"|'([^']*)'/g, (_, double: string | undefined, single: string | undefined) => double ?? single ?? ''));
    end = pattern.lastIndex;
  }
  if (text.slice(end).trim() !== '') throw new ConnectionProblem('A quote in the command isn’t closed.');
  const [command, ...args] = words;
  if (!command) throw new ConnectionProblem('Give the command that starts it: npx -y @modelcontextprotocol/server-memory');
  return { command, args };
}

/** `NAME=value`, one a line. @throws ConnectionProblem */
export function variables(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      const name = line.slice(0, at).trim();
      if (at < 1 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new ConnectionProblem('A variable is a line like NAME=value.');
      return [name, line.slice(at + 1).trim()];
    }),
  );
}
