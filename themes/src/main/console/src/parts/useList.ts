import { useLocation, useSearchParams } from "react-router-dom";
import type { Page, Query } from "../rest/rest";
import { useLoad, type Loaded } from "./useLoad";

const PAGE = "20";
/** Who may see only some gets pages with nothing on them; so many are passed over before the admin has to press on. */
const EMPTY_PAGES = 10;

export type List<T> = Loaded<Page<T>> & {
  /** What of the address narrows the list. */
  filter: (name: string) => string;
  setFilter: (name: string, value: string) => void;
  clear: () => void;
  isFiltered: boolean;
  /** Turns the page; nothing where there is none. */
  next?: () => void;
  previous?: () => void;
};

/**
 * A list by pages. Filters and place stand in the address, which so can be shared and reloaded. A page knows only what
 * follows it: the ways back are kept in the browser's history, and without them there is the first page.
 */
export function useList<T>(load: (query: Query) => Promise<Page<T>>, filters: string[], key: string): List<T> {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const back: string[] = state?.back ?? [];
  const after = params.get("after") ?? "";
  const query = Object.fromEntries(filters.map((name) => [name, params.get(name) ?? ""]));

  const loaded = useLoad(
    async () => {
      let page = await load({ ...query, after, max: PAGE });
      for (let i = 0; i < EMPTY_PAGES && page.next && !page.items?.length; i++) {
        page = await load({ ...query, after: page.next, max: PAGE });
      }
      return page;
    },
    [key, params.toString()],
  );

  const go = (change: Record<string, string>, ways: string[]) =>
    setParams(
      (before) => {
        Object.entries(change).forEach(([name, value]) => (value ? before.set(name, value) : before.delete(name)));
        return before;
      },
      { state: { back: ways } },
    );

  const following = loaded.value?.next;
  return {
    ...loaded,
    filter: (name) => query[name],
    setFilter: (name, value) => go({ [name]: value, after: "" }, []),
    clear: () => go(Object.fromEntries([...filters, "after"].map((name) => [name, ""])), []),
    isFiltered: filters.some((name) => query[name]),
    next: following ? () => go({ after: following }, [...back, after]) : undefined,
    previous: after ? () => go({ after: back.at(-1) ?? "" }, back.slice(0, -1)) : undefined,
  };
}
