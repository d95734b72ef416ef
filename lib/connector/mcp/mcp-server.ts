/** Where a server is: a program that is started here, or an address. What is secret of it is in `env` and `headers`. */
export type McpServer =
  | { kind: 'stdio'; command: string; args: readonly string[]; env: Readonly<Record<string, string>> }
  | { kind: 'http'; address: string; headers: Readonly<Record<string, string>>; allowPrivate: boolean };
