import { describe, expect, it } from 'vitest';
import type { Store } from '../index';
import { newId } from '../new-id';

export function spendingSuite(store: Store): void {
  describe('spending', () => {
    const MONTH = '2026-11';
    const used = { inputTokens: 1_000, outputTokens: 500, unpricedTokens: 0, micros: 9_000 };

    it('is added up by person and month, and limited for everybody or one', async () => {
      const { spending } = store.team(newId());
      const other = store.team(newId()).spending;
      await Promise.all(Array.from({ length: 5 }, () => spending.add('ann', MONTH, used)));
      await spending.add('ann', '2026-10', used);
      await spending.add('bob', MONTH, { ...used, micros: 0, unpricedTokens: 1_500 });
      expect(await spending.months()).toEqual(['2026-11', '2026-10']);
      expect((await spending.list(MONTH)).map(({ personId, micros, inputTokens, unpricedTokens, isMember }) => ({ personId, micros, inputTokens, unpricedTokens, isMember }))).toEqual([
        { personId: 'ann', micros: 45_000, inputTokens: 5_000, unpricedTokens: 0, isMember: false },
        { personId: 'bob', micros: 0, inputTokens: 1_000, unpricedTokens: 1_500, isMember: false },
      ]);
      expect([await other.months(), await other.list(MONTH)]).toEqual([[], []]);
      await spending.setLimit(null, { micros: 45_000, tokens: 1_500 });
      expect(await spending.hold('ann', MONTH, 'micros', 1, 60)).toEqual({ refused: { limit: 45_000, used: 45_000, heldByOthers: 0 } });
      expect(await spending.hold('bob', MONTH, 'tokens', 1, 60)).toHaveProperty('refused');
      expect(await spending.hold('bob', MONTH, 'micros', 1, 60)).toHaveProperty('id');
      expect(await spending.hold('ann', '2026-12', 'micros', 1, 60)).toHaveProperty('id');
      expect(await other.hold('ann', MONTH, 'micros', 1, 60)).toHaveProperty('id');
      await spending.setLimit('ann', { micros: null, tokens: 0 });
      expect(await spending.hold('ann', MONTH, 'micros', 1, 60)).toHaveProperty('id');
      expect(await spending.limits()).toEqual({ everybody: { micros: 45_000, tokens: 1_500 }, people: { ann: { micros: null, tokens: 0 } } });
      await spending.removeLimit('ann');
      expect(await spending.hold('ann', MONTH, 'micros', 1, 60)).toHaveProperty('refused');
    });

    it('lets no more begin at once than fit what is left', async () => {
      const { spending } = store.team(newId());
      await spending.setLimit(null, { micros: 100, tokens: null });
      const begun = await Promise.all(Array.from({ length: 8 }, () => spending.hold('ann', MONTH, 'micros', 40, 60)));
      const ids = begun.flatMap((one) => ('id' in one ? [one.id] : []));
      expect(ids).toHaveLength(3);
      // Between two turns its own hold isn't in the way of a reply; what was really used is.
      expect(await spending.renew(ids[0]!, 'ann', MONTH, 'micros', 60)).toEqual({ refused: null });
      await spending.add('ann', MONTH, { ...used, micros: 20 });
      expect((await spending.renew(ids[0]!, 'ann', MONTH, 'micros', 60)).refused).toEqual({ limit: 100, used: 20, heldByOthers: 80 });
      await spending.release(ids[1]!);
      expect(await spending.renew(ids[0]!, 'ann', MONTH, 'micros', 60)).toEqual({ refused: null });
      // Whoever held it and is gone holds nothing for long.
      await spending.renew(ids[2]!, 'ann', MONTH, 'micros', -1);
      expect(await spending.hold('ann', MONTH, 'micros', 10, 60)).toHaveProperty('id');
    });
  });
}
