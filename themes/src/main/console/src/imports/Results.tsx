import { PageSection, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { ListView } from "../parts/ListView";
import { outcome } from "../parts/outcomes";
import { useList } from "../parts/useList";
import { to, usePortal } from "../portal";
import type { Import, Page, ProjectResult } from "../rest/rest";
import type { ConnectorsAt } from "./useConnectors";

const STATES: Record<ProjectResult["state"], string> = {
  waiting: "clientPortalAdminOutcomeWaits",
  done: "clientPortalAdminImportDone",
  failed: "clientPortalAdminOutcomeFailed",
  set_aside: "clientPortalAdminImportSetAside",
  cancelled: "clientPortalAdminImportCancelled",
};

/** What came of each project. */
export const Results = ({
  connectors: { rest },
  job,
}: {
  connectors: ConnectorsAt;
  job: NonNullable<Import["job"]>;
}) => {
  const { t } = useTranslation();
  const { realm } = usePortal();
  const path = `jobs/${job.id}/results`;
  const settled = job.done + job.failed + job.setAside + job.cancelled;
  const list = useList<ProjectResult>(
    (query) => rest.get<Page<ProjectResult>>(path, query),
    ["state"],
    `${path} ${settled}`,
  );
  return (
    <PageSection variant="light" className="pf-v5-u-pt-0" data-testid="import-results">
      <Title headingLevel="h2">{t("clientPortalAdminImportResults")}</Title>
      <ListView
        list={list}
        choices={[
          {
            name: "state",
            label: t("clientPortalAdminState"),
            options: [
              { value: "", label: t("clientPortalAdminAllStates") },
              ...Object.entries(STATES).map(([value, text]) => ({ value, label: t(text) })),
            ],
          },
        ]}
        empty={{ title: t("clientPortalAdminImportNoResults"), text: t("clientPortalAdminImportNoResultsText") }}
      >
        <Table variant="compact" aria-label={t("clientPortalAdminImportResults")}>
          <Thead>
            <Tr>
              <Th>{t("clientPortalAdminImportProject")}</Th>
              <Th>{t("clientPortalAdminState")}</Th>
              <Th>{t("clientPortalAdminCompany")}</Th>
              <Th>{t("clientPortalAdminContacts")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.value?.items?.map(({ index, externalId, state, result, problem }) => (
              <Tr key={index}>
                <Td dataLabel={t("clientPortalAdminImportProject")} modifier="breakWord">
                  {result ? <a href={result.project.url}>{externalId ?? index + 1}</a> : (externalId ?? index + 1)}
                </Td>
                <Td dataLabel={t("clientPortalAdminState")}>
                  {t(STATES[state])}
                  {problem?.detail && <p>{problem.detail}</p>}
                </Td>
                <Td dataLabel={t("clientPortalAdminCompany")} modifier="breakWord">
                  {result && <Link to={to.company(realm, result.company.id)}>{result.company.name}</Link>}
                </Td>
                <Td dataLabel={t("clientPortalAdminContacts")} modifier="breakWord">
                  {result?.contacts.map((contact) => (
                    <p key={contact.email}>
                      {contact.id ? (
                        <Link to={to.contact(realm, result.company.id, contact.id)}>{contact.email}</Link>
                      ) : (
                        contact.email
                      )}
                      {": "}
                      {outcome(t, contact.outcome)}
                    </p>
                  ))}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </ListView>
    </PageSection>
  );
};
