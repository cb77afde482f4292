import { useEffect, useState } from "react";

/** Milliseconds without a key pressed after which the server is asked about what was typed. */
const PAUSE = 400;

/** What was typed, as soon as no more is. */
export function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}
