import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';

const PLACES = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/usr/libexec'];

/** Tests only: the programs of a MariaDB server on this machine, or null. */
export function findMariaDb(): { server: string; install: string } | null {
  const find = (name: string) => PLACES.map((place) => path.join(place, name)).find((file) => existsSync(file));
  const [server, install] = [find('mariadbd'), find('mariadb-install-db')];
  return server && install ? { server, install } : null;
}

export type MariaDbServer = { port: number; run(statements: readonly string[]): Promise<void>; stop(): Promise<void> };

/** Tests only: a MariaDB server of its own on a free port, with its data in a folder that goes with it. `root` has no password. */
export async function startMariaDb({ server: program, install }: { server: string; install: string }, options: readonly string[] = []): Promise<MariaDbServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mariadb-'));
  const user = ordinaryUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  execFileSync(install, ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'], { ...user, stdio: 'ignore', cwd: folder });
  const port = await freePort();
  const server = spawn(
    program,
    ['--no-defaults', `--datadir=${data}`, `--port=${port}`, '--bind-address=127.0.0.1', `--socket=${path.join(folder, 'sock')}`, `--pid-file=${path.join(folder, 'pid')}`, '--skip-name-resolve', '--innodb-flush-log-at-trx-commit=0', '--character-set-server=utf8mb4', '--innodb-buffer-pool-size=32M', ...options],
    { ...user, stdio: 'ignore', cwd: folder },
  );
  const exited = once(server, 'exit');
  const run = async (statements: readonly string[]) => {
    const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
    try {
      for (const statement of statements) await connection.query(statement);
    } finally {
      await connection.end();
    }
  };
  await untilAnswering(run);
  return {
    port,
    run,
    async stop() {
      server.kill('SIGKILL'); // Nothing of it is kept.
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root; the user that its package made will do. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'mysql'], { encoding: 'utf8' }).stdout);
  return { uid: idOf('-u'), gid: idOf('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswering(run: MariaDbServer['run']): Promise<void> {
  for (let tries = 150; ; tries -= 1) {
    try {
      return await run(['select 1']);
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
