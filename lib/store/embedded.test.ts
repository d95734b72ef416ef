import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from './index';
import { spawnWriter } from './killed-writer';
import { PgliteThread } from './pglite-thread';
import { storeSuite } from './suite';

const folders: string[] = [];
const newFolder = () => folders[folders.push(mkdtempSync(path.join(tmpdir(), 'store-'))) - 1]!;
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })), 60_000); // Dozens of databases on a disk that others use too.

storeSuite('the embedded store', await openStore({ dataDir: newFolder() }));

describe('the embedded store’s folder', () => {
  it('has one owner, and gives everything acknowledged to the next when that one is killed', async () => {
    const dataDir = newFolder();
    const writer = await spawnWriter({ dataDir }, 150);
    await expect(openStore({ dataDir })).rejects.toThrow(`Vitrine is already running on ${dataDir} (pid ${writer.pid})`);
    await writer.kill();

    const store = await openStore({ dataDir });
    const acknowledged = writer.acknowledged();
    const [left, ...others] = await store.replies.recoverInterrupted();
    expect(others).toEqual([]);
    expect(left).toMatchObject({ id: writer.replyId, programId: writer.programId, messageId: 'endless', modelId: 'test:endless' });
    const kept = left!.chunks.map((chunk) => chunk.type === 'text-delta' && Number(chunk.delta));
    expect(kept.length).toBeGreaterThanOrEqual(acknowledged);
    expect(kept).toEqual(kept.map((_, index) => index + 1)); // None is missing or doubled, and groups of three are whole.
    expect(kept.length % 3).toBe(0);

    await store.replies.append(left!.id, [{ type: 'finish' }]);
    await store.replies.finish(left!.id, 'interrupted');
    expect(await store.replies.active(writer.programId)).toBeNull();
    expect(await store.replies.recoverInterrupted()).toEqual([]);

    // What it asked a person is no question any more.
    const asked = await store.approvals.add({ programId: writer.programId, effect: 'write', binding: 'wall', operation: 'block', args: {}, from: null, about: { title: 'Wall', summary: null } }, 60);
    await store.approvals.withdrawAbandoned();
    expect(await store.approvals.get(asked.id)).toMatchObject({ state: 'withdrawn' });
    await store.close();
  }, 60_000);

  it('is whole again where the first start was killed while it was made', async () => {
    const dataDir = newFolder();
    mkdirSync(path.join(dataDir, 'db.new'));
    writeFileSync(path.join(dataDir, 'db.new', 'PG_VERSION'), '18');
    const store = await openStore({ dataDir });
    expect(await store.programs.list({ id: 'local', team: { id: 'local' } }, { limit: 1 })).toEqual([]);
    await store.close();
    expect(statSync(path.join(dataDir, 'db')).mode & 0o777).toBe(0o700);
  }, 60_000);

  it('is written through to the disk at every commit', async () => {
    const thread = await PgliteThread.open(path.join(newFolder(), 'db'));
    expect((await thread.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
    expect((await thread.query('show wal_sync_method')).rows).toEqual([{ wal_sync_method: 'fsync' }]);
    await thread.close();
    await expect(thread.query('select 1')).rejects.toThrow(/closed/);
  }, 60_000);

  it('is free again after close, whatever process id is left beside the lock', async () => {
    const dataDir = newFolder();
    const first = await openStore({ dataDir });
    await expect(openStore({ dataDir })).rejects.toThrow(/already running/);
    const { id } = await first.programs.create({ title: 'Kept' });
    await first.close();
    writeFileSync(path.join(dataDir, 'store.pid'), String(process.ppid)); // Alive, and no owner of this folder.
    const second = await openStore({ dataDir });
    expect(await second.programs.get(id)).toMatchObject({ title: 'Kept' });
    await second.close();
  }, 60_000);

  it('holds secrets encrypted only, under a key that nobody else may read', async () => {
    const dataDir = newFolder();
    const store = await openStore({ dataDir });
    await store.secrets.set('model', 'sk-this-is-secret');
    await store.settings.set('control', 'this-is-no-secret');
    await store.close();
    const holds = (text: string) => filesBelow(dataDir).some((file) => readFileSync(file).includes(text));
    expect(holds('this-is-no-secret')).toBe(true); // So it would be found.
    expect(holds('sk-this-is-secret')).toBe(false);
    expect(statSync(path.join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);

    const again = await openStore({ dataDir });
    expect(await again.secrets.get('model')).toBe('sk-this-is-secret');
    await again.close();
    const other = await openStore({ dataDir, secret: 'another' });
    await expect(other.secrets.get('model')).rejects.toThrow(/VITRINE_SECRET/);
    await other.close();
  }, 60_000);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
