import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { contactAct } from "../parts/contactActs";
import { FirmNotice } from "../parts/FirmNotice";
import { INVITATION, InvitationLabel, nameOf, useWhen } from "../parts/labels";
import { ListTable } from "../parts/ListTable";
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
          <ListTable
            label={t("clientPortalAdminInvitations")}
            rows={list.value?.items}
            keyOf={({ invitation }) => invitation!.id}
            columns={[
              {
                label: t("clientPortalAdminContact"),
                cell: ({ contact }) =>
                  contact ? (
                    <Link to={to.contact(realm, contact.companyId!, contact.userId!)}>{nameOf(contact)}</Link>
                  ) : (
                    t("clientPortalAdminNoContactAnyMore")
                  ),
              },
              {
                label: t("clientPortalAdminCompany"),
                cell: ({ contact }) =>
                  contact && <Link to={to.company(realm, contact.companyId!)}>{contact.companyName}</Link>,
              },
              {
                label: t("clientPortalAdminState"),
                cell: ({ invitation }) => <InvitationLabel state={invitation!.state!} />,
              },
              { label: t("clientPortalAdminQueuedAt"), cell: ({ invitation }) => when(invitation!.queuedAt) },
              { label: t("clientPortalAdminSentAt"), cell: ({ invitation }) => when(invitation!.sentAt) },
              { label: t("clientPortalAdminOpenedAt"), cell: ({ invitation }) => when(invitation!.openedAt) },
              { label: t("clientPortalAdminExpiresAt"), cell: ({ invitation }) => when(invitation!.expiresAt) },
            ]}
            menu={{ nameOf: ({ contact }) => nameOf(contact!), acts, onChoose: setAct }}
          />
        </ListView>
      </PageSection>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
    </>
  );
}
