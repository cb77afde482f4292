import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { differenceActs, FIELDS } from "../parts/differenceActs";
import { useWhen } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { useList } from "../parts/useList";
import { to, usePortal } from "../portal";
import type { Difference, Page } from "../rest/rest";

/** Where contacts' own profiles say something else than the firm's record, over all companies. */
export default function DifferencesPage() {
  const { t } = useTranslation();
  const portal = usePortal();
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  const list = useList<Difference>(
    (query) => portal.rest.get<Page<Difference>>("differences", query),
    [],
    portal.realm,
  );
  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminDifferences")} noTranslate subKey="clientPortalAdminDifferencesHelp" />
      <PageSection variant="light">
        <ListView
          list={list}
          empty={{ title: t("clientPortalAdminNoDifferences"), text: t("clientPortalAdminNoDifferencesText") }}
        >
          <Table variant="compact" aria-label={t("clientPortalAdminDifferences")}>
            <Thead>
              <Tr>
                <Th>{t("clientPortalAdminContact")}</Th>
                <Th>{t("clientPortalAdminCompany")}</Th>
                <Th>{t("clientPortalAdminField")}</Th>
                <Th>{t("clientPortalAdminFirmValue")}</Th>
                <Th>{t("clientPortalAdminContactValue")}</Th>
                <Th>{t("clientPortalAdminRecordedAt")}</Th>
                {portal.may.manage && <Th screenReaderText={t("clientPortalAdminActions")} />}
              </Tr>
            </Thead>
            <Tbody>
              {list.value?.items?.map((difference) => (
                <Tr key={`${difference.companyId} ${difference.userId} ${difference.field}`}>
                  <Td dataLabel={t("clientPortalAdminContact")}>
                    <Link to={to.contact(portal.realm, difference.companyId!, difference.userId!)}>
                      {difference.username}
                    </Link>
                  </Td>
                  <Td dataLabel={t("clientPortalAdminCompany")}>
                    <Link to={to.company(portal.realm, difference.companyId!)}>{difference.companyName}</Link>
                  </Td>
                  <Td dataLabel={t("clientPortalAdminField")}>{t(FIELDS[difference.field!])}</Td>
                  <Td dataLabel={t("clientPortalAdminFirmValue")}>{difference.firmValue}</Td>
                  <Td dataLabel={t("clientPortalAdminContactValue")}>
                    {difference.contactValue ?? t("clientPortalAdminNoValue")}
                  </Td>
                  <Td dataLabel={t("clientPortalAdminRecordedAt")}>{when(difference.recordedAt)}</Td>
                  {portal.may.manage && (
                    <Td isActionCell>
                      <ActionsColumn
                        aria-label={t("clientPortalAdminActionsOf", { name: difference.username })}
                        items={differenceActs(portal, t, difference).map((it) => ({
                          title: it.name,
                          onClick: () => setAct(it),
                        }))}
                      />
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
    </>
  );
}
