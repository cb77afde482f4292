import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection, Title } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { ConnectorsRefusal } from "../imports/ConnectorsRefusal";
import { ImportLabel } from "../imports/ImportLabel";
import { Upload } from "../imports/Upload";
import type { ConnectorsAt } from "../imports/useConnectors";
import { WithConnectors } from "../imports/WithConnectors";
import { useWhen } from "../parts/labels";
import { ListTable } from "../parts/ListTable";
import { ListView } from "../parts/ListView";
import { useList } from "../parts/useList";
import { to, usePortal } from "../portal";
import type { Import, Page } from "../rest/rest";

/** CSV files of projects with their contacts: sent here or by others, and how far each is. */
export default function ImportsPage() {
  const { t } = useTranslation();
  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminImports")} noTranslate subKey="clientPortalAdminImportsHelp" />
      <WithConnectors>
        {(connectors) => <Imports connectors={connectors} />}
      </WithConnectors>
    </>
  );
}

const Imports = ({ connectors }: { connectors: ConnectorsAt }) => {
  const { rest, url } = connectors;
  const { t } = useTranslation();
  const { realm } = usePortal();
  const when = useWhen();
  const list = useList<Import>((query) => rest.get<Page<Import>>("imports", query), [], realm);
  if (list.refusal) {
    return (
      <PageSection variant="light">
        <ConnectorsRefusal refusal={list.refusal} url={url} onRetry={list.reload} />
      </PageSection>
    );
  }
  return (
    <>
      <Upload connectors={connectors} />
      <PageSection variant="light" className="pf-v5-u-pt-0">
        <Title headingLevel="h2">{t("clientPortalAdminImportsBefore")}</Title>
        <ListView
          list={list}
          empty={{ title: t("clientPortalAdminNoImports"), text: t("clientPortalAdminNoImportsText") }}
        >
          <ListTable
            label={t("clientPortalAdminImports")}
            rows={list.value?.items}
            keyOf={({ id }) => id}
            columns={[
              {
                label: t("clientPortalAdminImportFile"),
                cell: ({ id, fileName }) => (
                  <Link to={to.import(realm, id)}>{fileName ?? t("clientPortalAdminImportUnnamed")}</Link>
                ),
              },
              { label: t("clientPortalAdminQueuedAt"), cell: ({ createdAt }) => when(createdAt) },
              { label: t("clientPortalAdminState"), cell: ({ state }) => <ImportLabel state={state} /> },
              {
                label: t("clientPortalAdminResult"),
                cell: ({ job }) => job && t("clientPortalAdminImportCounts", { done: job.done, total: job.total }),
              },
              { label: t("clientPortalAdminImportBy"), cell: ({ caller }) => caller },
            ]}
          />
        </ListView>
      </PageSection>
    </>
  );
};
