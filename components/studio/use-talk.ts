'use client';

import { useCallback, useState } from 'react';
import type { StageTab } from './stage';
import type { Studio } from './use-studio';
import { isWordsOnly } from './words-only';

/**
 * Which of the two a narrow screen shows: what the person chose; without that the interface, or the conversation where their prompt
 * was answered in words alone. `ask` sends a prompt, whose answer is seen wherever it comes.
 */
export function useTalk({ busy, error, messages, versions, send }: Studio, setTab: (tab: Exclude<StageTab, 'talk'>) => void) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [hasAsked, setAsked] = useState(false);
  const isAnswer = !busy && (error !== undefined || isWordsOnly(messages)) && (hasAsked || versions.length === 0);

  const show = useCallback(
    (tab: StageTab) => {
      setChosen(tab === 'talk');
      if (tab !== 'talk') setTab(tab);
    },
    [setTab],
  );
  const ask = useCallback(
    (prompt: string) => {
      setAsked(true);
      setChosen((before) => before || null);
      send(prompt);
    },
    [send],
  );
  return { talks: chosen ?? isAnswer, show, ask };
}
