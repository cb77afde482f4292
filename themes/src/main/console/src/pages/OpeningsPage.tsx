import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { useWhen } from "../parts/labels";
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
          <Table variant="compact" aria-label={t("clientPortalAdminOpenings")}>
            <Thead>
              <Tr>
                <Th>{t("clientPortalAdminQueuedAt")}</Th>
                <Th>{t("clientPortalAdminState")}</Th>
                <Th>{t("clientPortalAdminCompanies")}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {list.value?.items?.map((opening) => (
                <Tr key={opening.id}>
                  <Td dataLabel={t("clientPortalAdminQueuedAt")}>
                    <Link to={to.opening(realm, opening.id!)}>{when(opening.startedAt)}</Link>
                  </Td>
                  <Td dataLabel={t("clientPortalAdminState")}>
                    <OpeningLabel opening={opening} />
                  </Td>
                  <Td dataLabel={t("clientPortalAdminCompanies")}>
                    {t("clientPortalAdminOpeningDone", { done: opening.done, companies: opening.companies })}
                  </Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
    </>
  );
}
