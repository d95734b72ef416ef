import { createContext } from 'react';

/** What all parts of a swap have in common. `unsettled` names what something else will stand for later. */
export type ShownSwap = { done: boolean; unsettled: string };

/** Every part reads it. A part whose text changed renders by itself, so the number of the swap isn't in it. */
export const SwapContext = createContext<ShownSwap>({ done: false, unsettled: '' });

/** Counts the changes of data.ts: whoever reads data looks again whether its function has come. */
export const DataVersionContext = createContext(0);
