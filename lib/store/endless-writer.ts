/** Tests only, in a process of its own: see killed-writer.ts. */
import { writeSync } from 'node:fs';
import { EMPTY_SOURCE } from '../program/program';
import { type Place, openStore } from './index';
import type { Said } from './killed-writer';

const say = (said: Said) => writeSync(1, `${JSON.stringify(said)}\n`);

const store = await openStore(JSON.parse(process.argv[2]!) as Place);
const { id: programId } = await store.programs.create({ title: 'Endless' });
const reply = (await store.replies.start({ programId, messageId: 'endless', modelId: 'test:endless', base: EMPTY_SOURCE }))!;
say({ programId, replyId: reply.id });
for (let next = 1; ; next += 3) {
  const last = await store.replies.append(
    reply.id,
    [next, next + 1, next + 2].map((seq) => ({ type: 'text-delta', id: 't', delta: String(seq) })),
  );
  say({ last });
}
