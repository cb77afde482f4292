import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { contactAct } from "../parts/contactActs";
import { FirmNotice } from "../parts/FirmNotice";
import { INVITATION, InvitationLabel, nameOf, useWhen } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { useList } from "../parts/useList";
import { to, usePortal } from "../portal";
import type { InvitationOfContact, Page } from "../rest/rest";

/** Every invitation of the firm, the newest first: how far each is, to send it again or take it back. */
export default function InvitationsPage() {
  const { t } = useTranslation();
  const portal = usePortal();
  const { realm, rest } = portal;
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  const list = useList<InvitationOfContact>(
    (query) => rest.get<Page<InvitationOfContact>>("invitations", query),
    ["state"],
    realm,
  );
  const acts = ({ contact }: InvitationOfContact) =>
    contact ? (["invite", "revoke"] as const).flatMap((name) => contactAct(portal, t, contact, name) ?? []) : [];
  const mayAct = !!list.value?.items?.some((row) => acts(row).length);

  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminInvitations")} noTranslate subKey="clientPortalAdminInvitationsHelp" />
      <PageSection variant="light">
        <FirmNotice />
        <ListView
          list={list}
          choices={[
            {
              name: "state",
              label: t("clientPortalAdminState"),
              options: [
                { value: "", label: t("clientPortalAdminAllStates") },
                ...Object.entries(INVITATION).map(([state, [text]]) => ({
                  value: state.toLowerCase(),
                  label: t(text),
                })),
              ],
            },
          ]}
          empty={{ title: t("clientPortalAdminNoInvitations"), text: t("clientPortalAdminNoInvitationsText") }}
        >
          <Table variant="compact" aria-label={t("clientPortalAdminInvitations")}>
            <Thead>
              <Tr>
                <Th>{t("clientPortalAdminContact")}</Th>
                <Th>{t("clientPortalAdminCompany")}</Th>
                <Th>{t("clientPortalAdminState")}</Th>
                <Th>{t("clientPortalAdminQueuedAt")}</Th>
                <Th>{t("clientPortalAdminSentAt")}</Th>
                <Th>{t("clientPortalAdminOpenedAt")}</Th>
                <Th>{t("clientPortalAdminExpiresAt")}</Th>
                {mayAct && <Th screenReaderText={t("clientPortalAdminActions")} />}
              </Tr>
            </Thead>
            <Tbody>
              {list.value?.items?.map((row) => {
                const { invitation, contact } = row;
                return (
                  <Tr key={invitation!.id}>
                    <Td dataLabel={t("clientPortalAdminContact")}>
                      {contact ? (
                        <Link to={to.contact(realm, contact.companyId!, contact.userId!)}>{nameOf(contact)}</Link>
                      ) : (
                        t("clientPortalAdminNoContactAnyMore")
                      )}
                    </Td>
                    <Td dataLabel={t("clientPortalAdminCompany")}>
                      {contact && (
                        <Link to={to.company(realm, contact.companyId!)}>{contact.companyName}</Link>
                      )}
                    </Td>
                    <Td dataLabel={t("clientPortalAdminState")}>
                      <InvitationLabel state={invitation!.state!} />
                    </Td>
                    <Td dataLabel={t("clientPortalAdminQueuedAt")}>{when(invitation!.queuedAt)}</Td>
                    <Td dataLabel={t("clientPortalAdminSentAt")}>{when(invitation!.sentAt)}</Td>
                    <Td dataLabel={t("clientPortalAdminOpenedAt")}>{when(invitation!.openedAt)}</Td>
                    <Td dataLabel={t("clientPortalAdminExpiresAt")}>{when(invitation!.expiresAt)}</Td>
                    {mayAct && (
                      <Td isActionCell>
                        {acts(row).length > 0 && (
                          <ActionsColumn
                            aria-label={t("clientPortalAdminActionsOf", { name: nameOf(contact!) })}
                            items={acts(row).map((it) => ({ title: it.name, onClick: () => setAct(it) }))}
                          />
                        )}
                      </Td>
                    )}
                  </Tr>
                );
              })}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
    </>
  );
}
