import { Client, type Pool } from 'pg';
import { newId } from './new-id';
import { type Signal, Signals } from './signals';

const CHANNEL = 'vitrine';
const RECONNECT_AFTER_MS = 1_000;

/** Signals that also reach the other processes on the same database, by LISTEN and NOTIFY. */
export async function openSignals(url: string, pool: Pool): Promise<{ signals: Signals; close: () => Promise<void> }> {
  const self = newId();
  const signals = new Signals(notifier(pool, self));
  const closing = new AbortController();
  let listening = await listen();

  async function listen(): Promise<Client> {
    const client = new Client({ connectionString: url });
    client.on('notification', ({ payload = '' }) => {
      const [from, signal] = payload.split(' ');
      if (from !== self) signals.ring(signal as Signal);
    });
    client.on('error', () => {}); // It is always followed by `end`.
    await client.connect();
    client.on('end', () => void reconnect());
    await client.query(`listen ${CHANNEL}`);
    return client;
  }

  /** What is missed meanwhile is found by those who look by themselves now and then. */
  async function reconnect(): Promise<void> {
    while (!closing.signal.aborted) {
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_AFTER_MS).unref());
      try {
        listening = await listen();
        return;
      } catch (error) {
        console.error(`The database can’t be listened to: ${(error as Error).message}`);
      }
    }
  }

  return {
    signals,
    async close() {
      closing.abort();
      await listening.end();
    },
  };
}

/** Sends one notification at a time; what is announced meanwhile goes out together, each signal once. */
function notifier(pool: Pool, self: string): (signal: Signal) => void {
  const waiting = new Set<Signal>();
  let sending = false;

  async function send(): Promise<void> {
    sending = true;
    try {
      while (waiting.size > 0) {
        const payloads = [...waiting].map((signal) => `${self} ${signal}`);
        waiting.clear();
        await pool.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [CHANNEL, payloads]);
      }
    } catch (error) {
      console.error(`The other processes can’t be told: ${(error as Error).message}`);
    } finally {
      sending = false;
    }
  }

  return (signal) => {
    waiting.add(signal);
    if (!sending) void send();
  };
}
