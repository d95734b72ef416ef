import { type Approval, getStore } from '../store';

/** Who asks, in words, by the approval's id; null where nobody knows. Of who has nothing but a link the link is named. */
export async function askersOf(approvals: readonly Approval[]): Promise<Record<string, string | null>> {
  const { people, shares } = await getStore();
  const [names, links] = await Promise.all([people.names(approvals.flatMap(({ askedBy }) => askedBy ?? [])), shares.those(approvals.flatMap(({ viaShareId }) => viaShareId ?? []))]);
  const linkOf = (id: string | null) => links.find((link) => link.id === id);
  return Object.fromEntries(
    approvals.map(({ id, askedBy, viaShareId }) => {
      const name = (askedBy && names[askedBy]) ?? null;
      const link = linkOf(viaShareId);
      return [id, link ? `${name ?? 'somebody'} with the link “${link.title ?? link.program.title}”` : name];
    }),
  );
}
