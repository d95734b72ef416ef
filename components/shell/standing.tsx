'use client';

import { type ReactNode, createContext, useContext } from 'react';
import type { Standing } from '@/lib/program/standing';

const LOCAL: Standing = { person: null, team: { id: 'local', name: '', role: 'owner' }, teams: [] };

const StandingContext = createContext<Standing>(LOCAL);

export function StandingProvider({ standing, children }: { standing: Standing; children: ReactNode }) {
  return <StandingContext value={standing}>{children}</StandingContext>;
}

/** What the server said of who is looking. It hides what can't be done; the server decides. */
export function useStanding(): Standing {
  return useContext(StandingContext);
}
