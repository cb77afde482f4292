import { createContext, useContext } from "react";
import { generatePath } from "react-router-dom";
import type { Rest } from "./rest/rest";
import type { May } from "./shell/access";

/** The firm that is looked at, and what the admin may do there. */
export type Portal = {
  realm: string;
  rest: Rest;
  may: May;
  /** Keycloak's own address. */
  serverUrl: string;
  /** Tags of the languages that the realm speaks; none where the admin may not know. */
  languages: string[];
  /** Tags of the languages that the realm's login theme has. */
  themeLanguages: string[];
  /** Has the console read the realm again, after something of it was changed. */
  refreshRealm: () => void;
};

export const PortalContext = createContext<Portal | undefined>(undefined);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (!portal) throw new Error("Only within PortalPage");
  return portal;
}

/** Addresses of our pages. */
export const to = {
  companies: (realm: string) => generatePath("/:realm/client-portal/companies", { realm }),
  company: (realm: string, company: string) =>
    generatePath("/:realm/client-portal/companies/:company", { realm, company }),
  openings: (realm: string) => generatePath("/:realm/client-portal/openings", { realm }),
  opening: (realm: string, opening: string) =>
    generatePath("/:realm/client-portal/openings/:opening", { realm, opening }),
  contact: (realm: string, company: string, user: string) =>
    generatePath("/:realm/client-portal/companies/:company/contacts/:user", { realm, company, user }),
  imports: (realm: string) => generatePath("/:realm/client-portal/imports", { realm }),
  import: (realm: string, id: string) => generatePath("/:realm/client-portal/imports/:id", { realm, id }),
  settings: (realm: string) => generatePath("/:realm/client-portal/settings", { realm }),
  /** Contacts whose names or addresses begin so. */
  contacts: (realm: string, search: string) =>
    `${generatePath("/:realm/client-portal/contacts", { realm })}?search=${encodeURIComponent(search)}`,
  /** Keycloak's own page of the company. */
  organization: (realm: string, id: string) => generatePath("/:realm/organizations/:id/settings", { realm, id }),
  /** Keycloak's own page of the realm's clients. */
  clients: (realm: string) => generatePath("/:realm/clients", { realm }),
  client: (realm: string, id: string) => generatePath("/:realm/clients/:id/settings", { realm, id }),
  /** Keycloak's own page of the realm's languages. */
  localization: (realm: string) => generatePath("/:realm/realm-settings/localization", { realm }),
  /** Keycloak's own page of the contact. */
  user: (realm: string, id: string) => generatePath("/:realm/users/:id/settings", { realm, id }),
};
