import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { to, usePortal } from "../portal";
import type { Contact } from "../rest/rest";
import type { Act } from "./Ask";
import { contactActs } from "./contactActs";
import { AccessLabel, LastInvitation, nameOf } from "./labels";

type Props = {
  contacts: Contact[];
  /** With the company that each is a contact of. */
  withCompany?: boolean;
  /** False where it is known that no invitation can be sent. */
  companyIsActive?: boolean;
  selection?: { has: (contact: Contact) => boolean; set: (contacts: Contact[], selected: boolean) => void };
  onChoose: (act: Act) => void;
};

export const ContactsTable = ({ contacts, withCompany, companyIsActive, selection, onChoose }: Props) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const selectable = contacts.filter((it) => it.manage);
  const mayChange = selectable.length > 0;
  return (
    <Table variant="compact" aria-label={t("clientPortalAdminContacts")}>
      <Thead>
        <Tr>
          {selection && (
            <Th
              aria-label={t("clientPortalAdminSelectAll")}
              select={{
                isSelected: selectable.every(selection.has),
                onSelect: (_, selected) => selection.set(selectable, selected),
              }}
            />
          )}
          <Th>{t("name")}</Th>
          <Th>{t("email")}</Th>
          {withCompany && <Th>{t("clientPortalAdminCompany")}</Th>}
          <Th>{t("clientPortalAdminAccess")}</Th>
          <Th>{t("clientPortalAdminLastInvitation")}</Th>
          {mayChange && <Th screenReaderText={t("clientPortalAdminActions")} />}
        </Tr>
      </Thead>
      <Tbody>
        {contacts.map((contact, rowIndex) => (
          <Tr key={`${contact.companyId} ${contact.userId}`}>
            {selection && (
              <Td
                select={{
                  rowIndex,
                  isSelected: selection.has(contact),
                  isDisabled: !contact.manage,
                  onSelect: (_, selected) => selection.set([contact], selected),
                }}
              />
            )}
            <Td dataLabel={t("name")}>
              <Link to={to.contact(portal.realm, contact.companyId!, contact.userId!)}>{nameOf(contact)}</Link>
            </Td>
            <Td dataLabel={t("email")}>{contact.email}</Td>
            {withCompany && (
              <Td dataLabel={t("clientPortalAdminCompany")}>
                <Link to={to.company(portal.realm, contact.companyId!)}>{contact.companyName}</Link>
              </Td>
            )}
            <Td dataLabel={t("clientPortalAdminAccess")}>
              <AccessLabel contact={contact} />
            </Td>
            <Td dataLabel={t("clientPortalAdminLastInvitation")}>
              <LastInvitation contact={contact} />
            </Td>
            {mayChange && (
              <Td isActionCell>
                {contact.manage && (
                  <ActionsColumn
                    aria-label={t("clientPortalAdminActionsOf", { name: nameOf(contact) })}
                    items={contactActs(portal, t, contact, companyIsActive).map((act) => ({
                      title: act.name,
                      onClick: () => onChoose(act),
                    }))}
                  />
                )}
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};
