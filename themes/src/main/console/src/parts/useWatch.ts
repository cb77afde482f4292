import { useCallback, useEffect, useRef, useState, type DependencyList } from "react";
import { refusalOf, type Loaded } from "./useLoad";

const LOOK_MILLIS = 1000;
const LONGEST_MILLIS = 60_000;

export type Watched<T> = Loaded<T> & {
  /** The last look failed, and the next one follows in so many seconds; the value is that of an earlier one. */
  nextSeconds?: number;
};

/**
 * Reads something again and again as long as it goes on, until the page is left. Looks that fail come at growing
 * distances, and are not the end of it.
 */
export function useWatch<T>(load: () => Promise<T>, goesOn: (value: T) => boolean, on: DependencyList): Watched<T> {
  const [state, setState] = useState<Omit<Watched<T>, "reload">>({});
  const [turn, setTurn] = useState(0);
  const seen = useRef(false);
  useEffect(() => {
    seen.current = false;
    setState({});
  }, on);
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    let failures = 0;
    const look = () =>
      load().then(
        (value) => {
          if (left) return;
          failures = 0;
          seen.current = true;
          setState({ value });
          if (goesOn(value)) timer = setTimeout(look, LOOK_MILLIS);
        },
        (error) => {
          if (left) return;
          failures++;
          const wait = Math.min(LONGEST_MILLIS, LOOK_MILLIS * 2 ** failures);
          setState(({ value }) => ({
            value,
            refusal: refusalOf(error),
            nextSeconds: value === undefined ? undefined : wait / 1000,
          }));
          if (seen.current) timer = setTimeout(look, wait);
        },
      );
    look();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [...on, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, reload };
}
