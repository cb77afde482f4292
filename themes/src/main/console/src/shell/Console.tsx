import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";
import {
  AdminClientProvider,
  AppContexts,
  ErrorRenderer,
  ForbiddenSection,
  Header,
  KeycloakProvider,
  PageBreadCrumbs,
  PageNav,
  useAccess,
  useWhoAmI,
} from "@keycloak/keycloak-admin-ui";
import {
  ErrorBoundaryFallback,
  ErrorBoundaryProvider,
  KeycloakSpinner,
  mainPageContentId,
} from "@keycloak/keycloak-ui-shared";
import { Banner, Flex, FlexItem, Page } from "@patternfly/react-core";
import { ExclamationTriangleIcon } from "@patternfly/react-icons";
import { Suspense, type PropsWithChildren } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, useMatches } from "react-router-dom";
import { environment } from "./environment";
import { PortalNav } from "./PortalNav";
import { Sidebar } from "./Sidebar";

/** The console's frame, put together from its parts: its own component for this takes no navigation from others. */
export const Console = () => (
  <KeycloakProvider environment={environment}>
    <AdminClientProvider>
      <AppContexts>
        <Flex
          direction={{ default: "column" }}
          flexWrap={{ default: "nowrap" }}
          spaceItems={{ default: "spaceItemsNone" }}
          style={{ height: "100%" }}
        >
          <FlexItem>
            <TemporaryAdmin />
          </FlexItem>
          <FlexItem grow={{ default: "grow" }} style={{ minHeight: 0 }}>
            <Page
              header={<Header />}
              sidebar={<PageNav />}
              breadcrumb={<PageBreadCrumbs />}
              mainContainerId={mainPageContentId}
            >
              <PortalNav />
              <Sidebar />
              <ErrorBoundaryProvider>
                <ErrorBoundaryFallback fallback={ErrorRenderer}>
                  <Suspense fallback={<KeycloakSpinner />}>
                    <AuthWall>
                      <Outlet />
                    </AuthWall>
                  </Suspense>
                </ErrorBoundaryFallback>
              </ErrorBoundaryProvider>
            </Page>
          </FlexItem>
        </Flex>
      </AppContexts>
    </AdminClientProvider>
  </KeycloakProvider>
);

/** Shows a page to those who have what its route asks for. The console's own is not exported. */
const AuthWall = ({ children }: PropsWithChildren) => {
  const { hasAccess } = useAccess();
  const needed = useMatches().flatMap<AccessType>(({ handle }) =>
    typeof handle === "object" && handle !== null && "access" in handle
      ? (handle.access as AccessType | AccessType[])
      : [],
  );
  return hasAccess(...needed) ? children : <ForbiddenSection permissionNeeded={needed} />;
};

/** The console's warning that the admin was made at the first start, for a while. Not exported, either. */
const TemporaryAdmin = () => {
  const { whoAmI } = useWhoAmI();
  const { t } = useTranslation();
  if (!whoAmI.temporary) return null;
  return (
    <Banner screenReaderText={t("loggedInAsTempAdminUser")} variant="gold">
      <ExclamationTriangleIcon /> {t("loggedInAsTempAdminUser")}
    </Banner>
  );
};
