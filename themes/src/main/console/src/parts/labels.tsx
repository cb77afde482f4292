import { Label, Tooltip, type LabelProps } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Company, Contact, Invitation } from "../rest/rest";

type Color = LabelProps["color"];

const ACCESS: Record<NonNullable<Contact["state"]>, [string, Color]> = {
  NONE: ["clientPortalAdminAccessNone", "grey"],
  ENABLED: ["clientPortalAdminAccessEnabled", "green"],
  DISABLED: ["clientPortalAdminAccessDisabled", "orange"],
  BLOCKED: ["clientPortalAdminAccessBlocked", "red"],
};

export const INVITATION: Record<NonNullable<Invitation["state"]>, [string, Color]> = {
  QUEUED: ["clientPortalAdminInvitationQueued", "blue"],
  SENT: ["clientPortalAdminInvitationSent", "blue"],
  OPENED: ["clientPortalAdminInvitationOpened", "blue"],
  ACCEPTED: ["clientPortalAdminInvitationAccepted", "green"],
  EXPIRED: ["clientPortalAdminInvitationExpired", "orange"],
  SUPERSEDED: ["clientPortalAdminInvitationSuperseded", "grey"],
  REVOKED: ["clientPortalAdminInvitationRevoked", "grey"],
  FAILED: ["clientPortalAdminInvitationFailed", "red"],
  CANCELLED: ["clientPortalAdminInvitationCancelled", "orange"],
};

/** Whether contacts get into the company; its organization may be switched off in Keycloak besides. */
export const CompanyLabel = ({ company }: { company: Company }) => {
  const { t } = useTranslation();
  return (
    <>
      <Label color={company.active ? "green" : "grey"}>
        {t(company.active ? "clientPortalAdminActive" : "clientPortalAdminInactive")}
      </Label>{" "}
      {!company.enabled && (
        <Tooltip content={t("clientPortalAdminOrganizationOffHelp")}>
          <Label color="orange" tabIndex={0}>
            {t("clientPortalAdminOrganizationOff")}
          </Label>
        </Tooltip>
      )}
    </>
  );
};

export const AccessLabel = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation();
  const [text, color] = ACCESS[contact.state ?? "NONE"];
  return (
    <>
      <Label color={color}>{t(text)}</Label>{" "}
      {contact.mustAccept && (
        <Tooltip content={t("clientPortalAdminMustAcceptHelp")}>
          <Label color="orange" tabIndex={0}>
            {t("clientPortalAdminMustAccept")}
          </Label>
        </Tooltip>
      )}{" "}
      {!contact.enabled && (
        <Tooltip content={t("clientPortalAdminUserOffHelp")}>
          <Label color="orange" tabIndex={0}>
            {t("clientPortalAdminUserOff")}
          </Label>
        </Tooltip>
      )}
    </>
  );
};

export const InvitationLabel = ({ state }: { state: NonNullable<Invitation["state"]> }) => {
  const { t } = useTranslation();
  const [text, color] = INVITATION[state];
  return <Label color={color}>{t(text)}</Label>;
};

/** The last invitation, and when what is said of it was. */
export const LastInvitation = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation();
  const when = useWhen();
  if (!contact.invitationState) return t("clientPortalAdminNeverInvited");
  const at =
    contact.invitationState === "ACCEPTED" ? contact.acceptedAt : (contact.invitationSentAt ?? contact.invitedAt);
  return (
    <>
      <InvitationLabel state={contact.invitationState} /> {when(at)}
    </>
  );
};

/** Writes times as the admin's language does, in the time zone of their computer. */
export function useWhen(): (at?: number | null) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });
  return (at) => (at ? format.format(at) : "");
}

export const nameOf = (contact: Contact): string =>
  [contact.firstName, contact.lastName].filter(Boolean).join(" ") || contact.email || contact.username || "";
