import type { TFunction } from "i18next";
import type { Portal } from "../portal";
import type { Contact } from "../rest/rest";
import type { Act } from "./Ask";
import { nameOf } from "./labels";

const OPEN = ["QUEUED", "SENT", "OPENED"];

export type ActName = "invite" | "enable" | "enableSilently" | "disable" | "block" | "unblock" | "revoke";

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

/** What the admin may do about this contact now, with what to say before and after. */
export function contactActs(portal: Portal, t: TFunction, contact: Contact, companyIsActive = true): Act[] {
  if (!portal.may.manage) return [];
  const values = { name: nameOf(contact), company: contact.companyName, email: contact.email };
  const act = (name: ActName, key: string, more: Partial<Act> = {}): [ActName, Act] => [
    name,
    {
      name: t(key),
      title: t(`${key}Title`, values),
      consequence: t(`${key}Text`, values),
      done: t(`${key}Done`, values),
      run: () => perform(portal, contact, name),
      ...more,
    },
  ];
  const danger = { danger: true };
  const acts: [ActName, Act][] = [
    contact.invitationState
      ? act("invite", "clientPortalAdminResend")
      : act("invite", "clientPortalAdminInvite"),
    act("enable", "clientPortalAdminEnable"),
    act("enableSilently", "clientPortalAdminEnableSilently"),
    act("revoke", "clientPortalAdminRevoke", danger),
    act("disable", "clientPortalAdminDisable", danger),
    act("block", "clientPortalAdminBlock", danger),
    act("unblock", "clientPortalAdminUnblock"),
  ];
  return acts
    .filter(([name]) => FITS[name](contact) && (name !== "invite" || (portal.may.mail && companyIsActive)))
    .map(([, it]) => it);
}
