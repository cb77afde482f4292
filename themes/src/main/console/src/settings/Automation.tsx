import { ListEmptyState } from "@keycloak/keycloak-ui-shared";
import { ClipboardCopy, Label, LabelGroup, Spinner } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router-dom";
import { RefusalAlert } from "../parts/RefusalAlert";
import { Section } from "../parts/Section";
import { useLoad } from "../parts/useLoad";
import { to, usePortal, type Portal } from "../portal";
import type { Connectors } from "../rest/rest";
import { automationClients, CONNECTORS, type AutomationClient } from "./automationClients";
import { projectCall } from "./projectCall";

/** Who may make a project by one call. */
const CREATE_PROJECTS = "create-projects";

/** Which clients may call the connectors, and how. Only for those who may see the realm's clients. */
export const Automation = () => {
  const { t } = useTranslation();
  const portal = usePortal();
  const navigate = useNavigate();
  const { value, refusal, reload } = useLoad(
    async () => {
      const [clients, { url }] = await Promise.all([automationClients(portal), connectors(portal)]);
      return { clients, url };
    },
    [portal.realm],
  );
  return (
    <Section title={t("clientPortalAdminAutomation")} text={t("clientPortalAdminAutomationHelp")} id="automation">
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {value && !value.clients?.length && (
        <ListEmptyState
          hasIcon={false}
          message={t("clientPortalAdminAutomationNone")}
          instructions={t(
            value.clients ? "clientPortalAdminAutomationNoneText" : "clientPortalAdminAutomationNoConnectors",
            { connectors: CONNECTORS, role: CREATE_PROJECTS },
          )}
          secondaryActions={[
            { text: t("clientPortalAdminAutomationClients"), onClick: () => navigate(to.clients(portal.realm)) },
          ]}
        />
      )}
      {!!value?.clients?.length && (
        <Table variant="compact" aria-label={t("clientPortalAdminAutomation")}>
          <Thead>
            <Tr>
              <Th>{t("clientPortalAdminAutomationClient")}</Th>
              <Th>{t("clientPortalAdminAutomationRoles")}</Th>
              <Th width={60}>{t("clientPortalAdminAutomationCall")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {value.clients.map((client) => (
              <Row key={client.id} client={client} connectorsUrl={value.url} />
            ))}
          </Tbody>
        </Table>
      )}
    </Section>
  );
};

/** Only who may use them is told where they are. */
async function connectors({ rest, may }: Portal): Promise<Partial<Connectors>> {
  return may.manage && may.create && may.mail ? await rest.get<Connectors>("connectors") : {};
}

const Row = ({
  client: { id, clientId, roles },
  connectorsUrl,
}: {
  client: AutomationClient;
  connectorsUrl?: string;
}) => {
  const { t } = useTranslation();
  const { realm } = usePortal();
  const call = `${t("clientPortalAdminAutomationCall")}: ${clientId}`;
  return (
    <Tr>
      <Td dataLabel={t("clientPortalAdminAutomationClient")}>
        <Link to={to.client(realm, id)}>{clientId}</Link>
      </Td>
      <Td dataLabel={t("clientPortalAdminAutomationRoles")}>
        <LabelGroup numLabels={10} aria-label={t("clientPortalAdminAutomationRoles")}>
          {roles.map((role) => (
            <Label key={role} isCompact>
              {role}
            </Label>
          ))}
        </LabelGroup>
      </Td>
      <Td dataLabel={t("clientPortalAdminAutomationCall")}>
        {roles.includes(CREATE_PROJECTS) && (
          <ClipboardCopy
            isReadOnly
            isCode
            variant="expansion"
            data-testid={`call-${clientId}`}
            textAriaLabel={call}
            toggleAriaLabel={call}
            hoverTip={t("clientPortalAdminCopy")}
            clickTip={t("clientPortalAdminCopied")}
          >
            {projectCall(realm, clientId, connectorsUrl)}
          </ClipboardCopy>
        )}
      </Td>
    </Tr>
  );
};
