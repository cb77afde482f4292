import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { companyAct } from "../parts/companyActs";
import { Evidence } from "../parts/Evidence";
import { FirmNotice } from "../parts/FirmNotice";
import { CompanyLabel } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { useList } from "../parts/useList";
import { to, usePortal } from "../portal";
import type { Company, Page } from "../rest/rest";

/** The firm's companies: which portals are open. */
export default function CompaniesPage() {
  const { t } = useTranslation();
  const portal = usePortal();
  const [act, setAct] = useState<Act>();
  const list = useList<Company>(
    (query) => portal.rest.get<Page<Company>>("companies", query),
    ["search", "state"],
    portal.realm,
  );

  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminCompanies")} noTranslate subKey="clientPortalAdminCompaniesHelp" />
      <PageSection variant="light">
        <FirmNotice />
        <ListView
          list={list}
          search={t("clientPortalAdminSearchCompanies")}
          choices={[
            {
              name: "state",
              label: t("clientPortalAdminState"),
              options: [
                { value: "", label: t("clientPortalAdminAllStates") },
                { value: "active", label: t("clientPortalAdminActive") },
                { value: "inactive", label: t("clientPortalAdminInactive") },
              ],
            },
          ]}
          empty={{ title: t("clientPortalAdminNoCompanies"), text: t("clientPortalAdminNoCompaniesText") }}
        >
          <Table variant="compact" aria-label={t("clientPortalAdminCompanies")}>
            <Thead>
              <Tr>
                <Th>{t("name")}</Th>
                <Th>{t("alias")}</Th>
                <Th>{t("clientPortalAdminState")}</Th>
                <Th>{t("clientPortalAdminContacts")}</Th>
                {portal.may.manage && <Th screenReaderText={t("clientPortalAdminActions")} />}
              </Tr>
            </Thead>
            <Tbody>
              {list.value?.items?.map((company) => (
                <Tr key={company.id}>
                  <Td dataLabel={t("name")}>
                    <Link to={to.company(portal.realm, company.id!)}>{company.name}</Link>
                  </Td>
                  <Td dataLabel={t("alias")}>{company.alias}</Td>
                  <Td dataLabel={t("clientPortalAdminState")}>
                    <CompanyLabel company={company} />
                  </Td>
                  <Td dataLabel={t("clientPortalAdminContacts")}>{company.members}</Td>
                  {portal.may.manage && (
                    <Td isActionCell>
                      <Menu act={companyAct(portal, t, company)} of={company} onChoose={setAct} />
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
      {portal.may.allCompanies && portal.may.allContacts && <Evidence />}
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
    </>
  );
}

const Menu = ({ act, of, onChoose }: { act: Act; of: Company; onChoose: (act: Act) => void }) => {
  const { t } = useTranslation();
  return (
    <ActionsColumn
      aria-label={t("clientPortalAdminActionsOf", { name: of.name })}
      items={[{ title: act.name, onClick: () => onChoose(act) }]}
    />
  );
};
