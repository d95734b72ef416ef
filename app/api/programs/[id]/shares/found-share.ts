import { found } from '@/app/api/answer';
import { type Share, getStore } from '@/lib/store';

/** The link of a program that an address names. @throws Refusal 404 */
export async function foundShare({ id, shareId }: { id: string; shareId: string }): Promise<Share> {
  const share = await (await getStore()).shares.get(shareId);
  return found(share?.programId === id && share.revokedAt === null ? share : null, 'link');
}
