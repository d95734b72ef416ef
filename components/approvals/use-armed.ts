import { useEffect, useState } from 'react';

/** A click or a key that was meant for what was there before is over by then. */
const ARMED_AFTER_MS = 700;

/** False in the first moment of whatever asks a person: what appears under a finger isn't answered by it. */
export function useArmed(): boolean {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), ARMED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return armed;
}
