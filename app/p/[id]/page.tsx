import type { Metadata } from 'next';
import { Studio } from '@/components/studio/studio';
import { programOfPage, programsPage } from '@/app/page-rules';
import { leaveFor } from '@/lib/auth/leave';
import { covers } from '@/lib/program/leaves';
import { hasAccounts } from '@/lib/auth/mode';
import { readConfig } from '@/lib/config/config';
import { getConnections } from '@/lib/connection/connections';
import { bindingsFor } from '@/lib/grant/may-use';
import { listModels } from '@/lib/conversation/models';
import { frameUrls, readAssets } from '@/lib/sandbox/assets';
import { isOpenToEverybody, listLinks } from '@/lib/share/links';
import { healthOf } from '@/lib/conversation/repair';
import { lineageOf } from '@/lib/conversation/remix';
import { isAtLeast } from '@/lib/program/role';
import { getStore } from '@/lib/store';

type Props = { params: Promise<{ id: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await programOfPage(props))?.title ?? 'Not found' };
}

function namesIt(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}

export default programsPage<Props>(async ({ program, viewer }) => {
  const store = await getStore();
  // First the reply, then the messages: one that ends in between is told again from its log, so it's left out of them.
  const active = await store.replies.active(program.id);
  const [versions, current, messages, shared, models, [all, theirs], links, names, accounts, lineage, isFavourite, isPinned, health] = await Promise.all([
    store.versions.list(program.id),
    program.currentVersionId ? store.versions.get(program.currentVersionId) : null,
    store.messages.list(program.id),
    store.shared.all(program.id),
    listModels(viewer.team.id),
    Promise.all([getConnections(viewer.team.id).bindings(), bindingsFor(viewer)]),
    listLinks(viewer, program.id),
    store.people.names([program.ownerId]),
    hasAccounts(),
    lineageOf(viewer, program, (one) => leaveFor(viewer, one) !== null),
    store.favourites.has(viewer.id, program.id),
    store.team(viewer.team.id).pins.has(program.id),
    healthOf(program.id),
  ]);
  // Who was picked at home is writing when the page opens, and has no message yet.
  const lastModel = active?.modelId ?? messages.findLast((message) => message.role === 'assistant')?.metadata?.modelId;
  return (
    <Studio
      program={{ id: program.id, title: program.title }}
      versions={versions}
      current={current}
      messages={active && messages.at(-1)?.role === 'assistant' ? messages.slice(0, -1) : messages}
      active={active && { replyId: active.id, base: active.base }}
      modelId={models.choices.some((choice) => choice.id === lastModel) ? lastModel! : models.defaultId}
      models={models.choices}
      // One that they may not use and the program does is told them by the refusal of its calls.
      bindings={all.filter(({ name }) => theirs.some((one) => one.name === name) || namesIt(current?.source['data.ts'] ?? '', name)).map(({ name }) => name)}
      shared={shared}
      frameUrls={frameUrls(readAssets(), readConfig().sandboxOrigin, program.id)}
      isPublic={links.some(isOpenToEverybody)}
      linksAsk={links.some(({ mayAsk, state }) => mayAsk && state === 'open')}
      sharing={{ visibility: program.visibility, mayShare: covers(leaveFor(viewer, program), 'own'), isTheirs: program.ownerId === viewer.id, owner: names[program.ownerId] ?? null, hasAccounts: accounts }}
      lineage={lineage}
      health={health}
      mayChange={covers(leaveFor(viewer, program), 'change')}
      isFavourite={isFavourite}
      isPinned={isPinned}
      mayPin={isAtLeast(viewer.team.role, 'admin') && covers(leaveFor(viewer, program), 'own')}
      mayMake={isAtLeast(viewer.team.role, 'member')}
    />
  );
});
