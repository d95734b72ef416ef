'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Remixed } from '@/lib/client/library';

/** Of several names there is no empty one: this stands for “leave it as it is”. */
export const NONE = ' ';

export type Remixing = ReturnType<typeof useRemix>;

/** The making of a remix: which connections it uses, and what came of it. A good one is opened at once. */
export function useRemix(make: (connections: Record<string, string>) => Promise<Remixed>) {
  const router = useRouter();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [made, setMade] = useState<Remixed | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const open = (id: string) => router.push(`/p/${id}`);
  return {
    chosen,
    made,
    failure,
    busy,
    open,
    setFailure,
    choose: (name: string, other: string) => setChosen((before) => ({ ...before, [name]: other })),
    async make() {
      setBusy(true);
      setFailure(null);
      try {
        const remixed = await make(Object.fromEntries(Object.entries(chosen).filter(([, name]) => name !== NONE)));
        if (remixed.good) return open(remixed.programId);
        setMade(remixed);
      } catch (error) {
        setFailure(`Nothing was made. ${(error as Error).message}`);
      }
      setBusy(false);
    },
  };
}
