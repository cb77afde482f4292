import { usePortal } from "../portal";
import type { Connectors, Rest } from "../rest/rest";
import { useLoad, type Loaded } from "../parts/useLoad";

export type ConnectorsAt = {
  /** Where browsers reach them. */
  url: string;
  rest: Rest;
};

/** The connectors; a value of null says that none are set up. */
export function useConnectors(): Loaded<ConnectorsAt | null> {
  const { realm, rest } = usePortal();
  return useLoad(async () => {
    const { url } = await rest.get<Connectors>("connectors");
    return url ? { url, rest: rest.at(`${url}/v1/${encodeURIComponent(realm)}`) } : null;
  }, [realm, rest]);
}
