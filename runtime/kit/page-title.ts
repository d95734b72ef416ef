import { createContext } from 'react';

/** What the page is called: a part of it that has the same name needn't show it once more. */
export const PageTitle = createContext<string | null>(null);
