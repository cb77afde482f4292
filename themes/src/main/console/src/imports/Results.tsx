import { PageSection, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { ListTable } from "../parts/ListTable";
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
        <ListTable
          label={t("clientPortalAdminImportResults")}
          rows={list.value?.items}
          keyOf={({ index }) => index}
          columns={[
            {
              label: t("clientPortalAdminImportProject"),
              cell: ({ index, externalId, result }) =>
                result ? <a href={result.project.url}>{externalId ?? index + 1}</a> : (externalId ?? index + 1),
              modifier: "breakWord",
            },
            {
              label: t("clientPortalAdminState"),
              cell: ({ state, problem }) => (
                <>
                  {t(STATES[state])}
                  {problem?.detail && <p>{problem.detail}</p>}
                </>
              ),
            },
            {
              label: t("clientPortalAdminCompany"),
              cell: ({ result }) =>
                result && <Link to={to.company(realm, result.company.id)}>{result.company.name}</Link>,
              modifier: "breakWord",
            },
            {
              label: t("clientPortalAdminContacts"),
              cell: ({ result }) =>
                result?.contacts.map((contact) => (
                  <p key={contact.email}>
                    {contact.id ? (
                      <Link to={to.contact(realm, result.company.id, contact.id)}>{contact.email}</Link>
                    ) : (
                      contact.email
                    )}
                    {": "}
                    {outcome(t, contact.outcome)}
                  </p>
                )),
              modifier: "breakWord",
            },
          ]}
        />
      </ListView>
    </PageSection>
  );
};
