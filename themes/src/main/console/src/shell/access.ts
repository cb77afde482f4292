import type { AccessType } from "@keycloak/keycloak-admin-client/lib/defs/whoAmIRepresentation";
import { useAccess } from "@keycloak/keycloak-admin-ui";

/** A role of ours beside Keycloak's own, which are all that its types know. */
const SEND_MAIL = "client-portal-send-mail" as AccessType;

/** What a page asks of its admin before it is shown. */
export const needs = {
  companies: ["query-organizations"],
  contacts: ["query-organizations", "query-users"],
  imports: ["manage-organizations", "manage-users"],
  mails: ["view-realm"],
  settings: ["view-realm"],
} satisfies Record<string, AccessType[]>;

/** One of these makes the server send mail to contacts, which an import does. */
export const mailRoles: AccessType[] = [SEND_MAIL, "manage-realm"];

/** What the admin may do in the realm that is looked at. The server asks again; this decides what is offered. */
export type May = {
  /** Change every company and its contacts. Whether a single one may be changed is told with it. */
  manage: boolean;
  /** Make the server send mail to a contact. */
  mail: boolean;
  /** Let a person in whom Keycloak does not know yet. */
  create: boolean;
  /** Read the firm's settings and mails. */
  firm: boolean;
  /** Change the firm's settings, open and close its portal. */
  settings: boolean;
  /** Read contacts. */
  contacts: boolean;
  /** Read every company, and so its organization in Keycloak. */
  allCompanies: boolean;
  /** Read every contact, and so their user and sessions in Keycloak. */
  allContacts: boolean;
  /** Read the realm's clients and the roles that they have. */
  clients: boolean;
};

export function useMay(): May {
  const { hasAccess, hasSomeAccess } = useAccess();
  return {
    manage: hasAccess("manage-organizations"),
    mail: hasSomeAccess(...mailRoles),
    create: hasAccess("manage-users"),
    firm: hasAccess("view-realm"),
    settings: hasAccess("manage-realm"),
    contacts: hasAccess(...needs.contacts),
    allCompanies: hasSomeAccess("view-organizations", "manage-organizations"),
    allContacts: hasSomeAccess("view-users", "manage-users"),
    clients: hasSomeAccess("view-clients", "manage-clients") && hasAccess("query-users"),
  };
}
