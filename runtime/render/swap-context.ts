import { createContext } from 'react';

/** The swap on the screen. `provisional` names what in it isn't written yet. */
export type ShownSwap = { seq: number; done: boolean; provisional: string };

/** Every part reads it, so that each renders its newest text whatever stayed the same above it. */
export const SwapContext = createContext<ShownSwap>({ seq: 0, done: false, provisional: '' });
