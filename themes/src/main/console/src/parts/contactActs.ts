import type { TFunction } from "i18next";
import type { Portal } from "../portal";
import type { Contact } from "../rest/rest";
import type { Act } from "./Ask";
import { nameOf } from "./labels";

const OPEN = ["QUEUED", "SENT", "OPENED"];

export type ActName = "invite" | "enable" | "enableSilently" | "disable" | "block" | "unblock" | "revoke";

const KEYS: Record<ActName, string> = {
  invite: "clientPortalAdminInvite",
  enable: "clientPortalAdminEnable",
  enableSilently: "clientPortalAdminEnableSilently",
  disable: "clientPortalAdminDisable",
  block: "clientPortalAdminBlock",
  unblock: "clientPortalAdminUnblock",
  revoke: "clientPortalAdminRevoke",
};

/** What each of these means for a contact in their state; the server asks again. */
const FITS: Record<ActName, (contact: Contact) => boolean> = {
  invite: ({ state, enabled, email }) => state === "ENABLED" && !!enabled && !!email,
  enable: ({ state }) => state === "NONE" || state === "DISABLED",
  enableSilently: ({ state }) => state === "NONE" || state === "DISABLED",
  disable: ({ state }) => state === "ENABLED",
  block: ({ state }) => state !== "BLOCKED",
  unblock: ({ state }) => state === "BLOCKED",
  revoke: ({ state, invitationState }) => state === "ENABLED" && OPEN.includes(invitationState ?? ""),
};

export function contactPath(contact: Contact): string {
  return `companies/${contact.companyId}/contacts/${contact.userId}`;
}

/** Does it; says nothing. */
export function perform({ rest }: Portal, contact: Contact, name: ActName): Promise<unknown> {
  const path = contactPath(contact);
  switch (name) {
    case "invite":
      return rest.post(`${path}/invitations`);
    case "revoke":
      return rest.delete(`${path}/invitations`);
    case "enableSilently":
      return rest.post(`${path}/enable`, { silent: true });
    default:
      return rest.post(`${path}/${name}`);
  }
}

const ORDER: ActName[] = ["invite", "enable", "enableSilently", "revoke", "disable", "block", "unblock"];
const DANGER: ActName[] = ["revoke", "disable", "block"];

/** What the admin may do about this contact now, with what to say before and after. */
export function contactActs(portal: Portal, t: TFunction, contact: Contact, companyIsActive = true): Act[] {
  return ORDER.flatMap((name) => contactAct(portal, t, contact, name, companyIsActive) ?? []);
}

/** Nothing where the admin may not do it, or it does not fit the contact's state. */
export function contactAct(
  portal: Portal,
  t: TFunction,
  contact: Contact,
  name: ActName,
  companyIsActive = true,
): Act | undefined {
  if (!contact.manage || !FITS[name](contact)) return undefined;
  if (name === "invite" && !(portal.may.mail && companyIsActive)) return undefined;
  const key = name === "invite" && contact.invitationState ? "clientPortalAdminResend" : KEYS[name];
  const values = { name: nameOf(contact), company: contact.companyName, email: contact.email };
  return {
    name: t(key),
    title: t(`${key}Title`, values),
    consequence: t(`${key}Text`, values),
    done: t(`${key}Done`, values),
    danger: DANGER.includes(name),
    run: () => perform(portal, contact, name),
  };
}
