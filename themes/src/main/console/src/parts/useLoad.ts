import { useCallback, useEffect, useState, type DependencyList } from "react";
import { Refusal } from "../rest/rest";

export type Loaded<T> = {
  /** What was read last; stays while it is read again. */
  value?: T;
  refusal?: Refusal;
  reload: () => void;
};

/** Reads something when the page is shown and whenever one of the values that it depends on changes. */
export function useLoad<T>(load: () => Promise<T>, on: DependencyList): Loaded<T> {
  const [state, setState] = useState<Omit<Loaded<T>, "reload">>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let left = false;
    load().then(
      (value) => !left && setState({ value }),
      (error) => !left && setState(() => ({ refusal: refusalOf(error) })),
    );
    return () => {
      left = true;
    };
  }, [...on, turn]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { ...state, reload };
}

/** Anything else is a mistake of ours: thrown while a page is drawn, it is for the error boundary. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
