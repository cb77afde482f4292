import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection, Title } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { ConnectorsRefusal } from "../imports/ConnectorsRefusal";
import { ImportLabel } from "../imports/ImportLabel";
import { Upload } from "../imports/Upload";
import type { ConnectorsAt } from "../imports/useConnectors";
import { WithConnectors } from "../imports/WithConnectors";
import { useWhen } from "../parts/labels";
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
          <Table variant="compact" aria-label={t("clientPortalAdminImports")}>
            <Thead>
              <Tr>
                <Th>{t("clientPortalAdminImportFile")}</Th>
                <Th>{t("clientPortalAdminQueuedAt")}</Th>
                <Th>{t("clientPortalAdminState")}</Th>
                <Th>{t("clientPortalAdminResult")}</Th>
                <Th>{t("clientPortalAdminImportBy")}</Th>
              </Tr>
            </Thead>
            <Tbody>
              {list.value?.items?.map((one) => (
                <Tr key={one.id}>
                  <Td dataLabel={t("clientPortalAdminImportFile")}>
                    <Link to={to.import(realm, one.id)}>{one.fileName ?? t("clientPortalAdminImportUnnamed")}</Link>
                  </Td>
                  <Td dataLabel={t("clientPortalAdminQueuedAt")}>{when(one.createdAt)}</Td>
                  <Td dataLabel={t("clientPortalAdminState")}>
                    <ImportLabel state={one.state} />
                  </Td>
                  <Td dataLabel={t("clientPortalAdminResult")}>
                    {one.job && t("clientPortalAdminImportCounts", { done: one.job.done, total: one.job.total })}
                  </Td>
                  <Td dataLabel={t("clientPortalAdminImportBy")}>{one.caller}</Td>
                </Tr>
              ))}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
    </>
  );
};
