import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { useWhen } from "../parts/labels";
import { ListTable } from "../parts/ListTable";
import { ListView } from "../parts/ListView";
import { OpeningLabel } from "../parts/OpeningLabel";
import { useList } from "../parts/useList";
import { to, usePortal } from "../portal";
import type { Opening, Page } from "../rest/rest";

/** When many companies were opened at once, and how far that is. */
export default function OpeningsPage() {
  const { t } = useTranslation();
  const { realm, rest } = usePortal();
  const when = useWhen();
  const list = useList<Opening>((query) => rest.get<Page<Opening>>("openings", query), [], realm);
  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminOpenings")} noTranslate subKey="clientPortalAdminOpeningsHelp" />
      <PageSection variant="light">
        <ListView
          list={list}
          empty={{ title: t("clientPortalAdminNoOpenings"), text: t("clientPortalAdminNoOpeningsText") }}
        >
          <ListTable
            label={t("clientPortalAdminOpenings")}
            rows={list.value?.items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: t("clientPortalAdminQueuedAt"),
                cell: ({ id, startedAt }) => <Link to={to.opening(realm, id!)}>{when(startedAt)}</Link>,
              },
              { label: t("clientPortalAdminState"), cell: (opening) => <OpeningLabel opening={opening} /> },
              {
                label: t("clientPortalAdminCompanies"),
                cell: ({ done, companies }) => t("clientPortalAdminOpeningDone", { done, companies }),
              },
            ]}
          />
        </ListView>
      </PageSection>
    </>
  );
}
