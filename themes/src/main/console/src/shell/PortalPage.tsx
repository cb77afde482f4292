import { useAdminClient, useRealm, useServerInfo } from "@keycloak/keycloak-admin-ui";
import { AlertProvider } from "@keycloak/keycloak-ui-shared";
import { useMemo, type PropsWithChildren } from "react";
import { PortalContext } from "../portal";
import { Rest } from "../rest/rest";
import { useMay } from "./access";
import { environment } from "./environment";

/** What Keycloak takes for a realm that has chosen none. */
const LOGIN_THEME = "keycloak.v2";

/** What our pages know of the console, and all that they know. */
export const PortalPage = ({ children }: PropsWithChildren) => {
  const { realm, realmRepresentation, refresh: refreshRealm } = useRealm();
  const { themes } = useServerInfo();
  const { adminClient } = useAdminClient();
  const may = useMay();
  const rest = useMemo(
    () =>
      new Rest(`${environment.adminBaseUrl}/admin/realms/${encodeURIComponent(realm)}`, () =>
        adminClient.getAccessToken(),
      ),
    [adminClient, realm],
  );
  const languages = (realmRepresentation.internationalizationEnabled && realmRepresentation.supportedLocales) || [];
  const theme = realmRepresentation.loginTheme || LOGIN_THEME;
  const themeLanguages = themes?.login?.find(({ name }) => name === theme)?.locales ?? [];
  return (
    <PortalContext.Provider
      value={{ realm, rest, may, languages, themeLanguages, refreshRealm, serverUrl: environment.serverBaseUrl }}
    >
      {/* The library that our pages take from is another copy than the console's own: it needs alerts of its own. */}
      <AlertProvider key={realm}>{children}</AlertProvider>
    </PortalContext.Provider>
  );
};
