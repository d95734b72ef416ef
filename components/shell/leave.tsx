'use client';

import { type ReactNode, createContext, useContext } from 'react';
import type { ProgramLeave } from '@/lib/program/leaves';

const LeaveContext = createContext<ProgramLeave>('own');

/** What the viewer may do with the program on the screen. */
export function LeaveProvider({ leave, children }: { leave: ProgramLeave; children: ReactNode }) {
  return <LeaveContext value={leave}>{children}</LeaveContext>;
}

export function useLeave(): ProgramLeave {
  return useContext(LeaveContext);
}
