/** What can be done with a program; each with those before it. `own`: delete it, say who may open it, share it. */
export const PROGRAM_LEAVES = ['open', 'change', 'own'] as const;
export type ProgramLeave = (typeof PROGRAM_LEAVES)[number];

export function covers(leave: ProgramLeave | null, needed: ProgramLeave): boolean {
  return leave !== null && PROGRAM_LEAVES.indexOf(leave) >= PROGRAM_LEAVES.indexOf(needed);
}
