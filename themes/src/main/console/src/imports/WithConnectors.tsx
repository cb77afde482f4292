import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { PageSection, Spinner } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useConnectors, type ConnectorsAt } from "./useConnectors";

/** What needs the connectors, or how they are set up where there are none. */
export const WithConnectors = ({ children }: { children: (connectors: ConnectorsAt) => ReactNode }) => {
  const { t } = useTranslation();
  const { value, refusal, reload } = useConnectors();
  if (value) return children(value);
  return (
    <PageSection variant="light">
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {value === null && (
        <ListEmptyState
          hasIcon={false}
          message={t("clientPortalAdminNoConnectors")}
          instructions={t("clientPortalAdminNoConnectorsText")}
        />
      )}
      {value === undefined && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
    </PageSection>
  );
};
