import { useTranslation } from "react-i18next";
import type { Finding } from "../rest/rest";
import { useWhen } from "./labels";
import { reasonWords } from "./mailReasons";

type Code = NonNullable<Finding["code"]>;

/** What each finding means, and what to do about it. */
const WORDS: Record<Code, { text: string; unsent?: string; fix?: string }> = {
  organizations_off: { text: "clientPortalAdminFindOrganizationsOff", fix: "clientPortalAdminFixOrganizationsOff" },
  firm_settings_missing: {
    text: "clientPortalAdminFindFirmSettingsMissing",
    fix: "clientPortalAdminFixFirmSettingsMissing",
  },
  firm_inactive: { text: "clientPortalAdminFindFirmInactive", fix: "clientPortalAdminFixActivate" },
  company_choice_off: { text: "clientPortalAdminFindCompanyChoiceOff", fix: "clientPortalAdminFixCompanyChoiceOff" },
  portal_client_missing: {
    text: "clientPortalAdminFindPortalClientMissing",
    fix: "clientPortalAdminFixPortalClientMissing",
  },
  portal_client_without_company: {
    text: "clientPortalAdminFindPortalClientWithoutCompany",
    fix: "clientPortalAdminFixPortalClientWithoutCompany",
  },
  portal_client_without_organization: {
    text: "clientPortalAdminFindPortalClientWithoutOrganization",
    fix: "clientPortalAdminFixPortalClientWithoutOrganization",
  },
  no_login_by_link: { text: "clientPortalAdminFindNoLoginByLink", fix: "clientPortalAdminFixNoLoginByLink" },
  organization_disabled: { text: "clientPortalAdminFindOrganizationDisabled", fix: "clientPortalAdminFixEnable" },
  company_inactive: { text: "clientPortalAdminFindCompanyInactive", fix: "clientPortalAdminFixActivate" },
  user_disabled: { text: "clientPortalAdminFindUserDisabled", fix: "clientPortalAdminFixEnable" },
  no_valid_address: { text: "clientPortalAdminFindNoValidAddress", fix: "clientPortalAdminFixNoValidAddress" },
  required_actions: { text: "clientPortalAdminFindRequiredActions", fix: "clientPortalAdminFixRequiredActions" },
  not_a_member: { text: "clientPortalAdminFindNotAMember", fix: "clientPortalAdminFixNotAMember" },
  contact_blocked: { text: "clientPortalAdminFindContactBlocked", fix: "clientPortalAdminFixContactBlocked" },
  contact_not_enabled: { text: "clientPortalAdminFindContactNotEnabled", fix: "clientPortalAdminFixEnable" },
  invitation_not_accepted: { text: "clientPortalAdminFindInvitationNotAccepted", fix: "clientPortalAdminFixSend" },
  mail_server_missing: { text: "clientPortalAdminFindMailServerMissing", fix: "clientPortalAdminFixMailServerMissing" },
  hostname_missing: { text: "clientPortalAdminFindHostnameMissing", fix: "clientPortalAdminFixHostnameMissing" },
  mail_server_failing: { text: "clientPortalAdminFindMailServerFailing", fix: "clientPortalAdminFixMailServerFailing" },
  address_bounced: { text: "clientPortalAdminFindAddressBounced", fix: "clientPortalAdminFixAddressBounced" },
  address_limited: { text: "clientPortalAdminFindAddressLimited", fix: "clientPortalAdminFixAddressLimited" },
  invitation_waiting: { text: "clientPortalAdminFindInvitationWaiting", fix: "clientPortalAdminFixInvitationWaiting" },
  invitation_failed: { text: "clientPortalAdminFindInvitationFailed", fix: "clientPortalAdminFixInvitationFailed" },
  invitation_cancelled: {
    text: "clientPortalAdminFindInvitationCancelled",
    fix: "clientPortalAdminFixInvitationCancelled",
  },
  invitation_expired: { text: "clientPortalAdminFindInvitationExpired", fix: "clientPortalAdminFixSendAgain" },
  invitation_revoked: { text: "clientPortalAdminFindInvitationRevoked", fix: "clientPortalAdminFixSendAgain" },
  invitation_open: { text: "clientPortalAdminFindInvitationOpen" },
  invitation_accepted: { text: "clientPortalAdminFindInvitationAccepted" },
  never_invited: { text: "clientPortalAdminFindNeverInvited" },
  login_mail_not_sent: { text: "clientPortalAdminFindLoginMailNotSent", fix: "clientPortalAdminFixLoginMailNotSent" },
  login_mail: { text: "clientPortalAdminFindLoginMail", unsent: "clientPortalAdminFindLoginMailWaits" },
  last_entered: { text: "clientPortalAdminFindLastEntered" },
  signed_in: { text: "clientPortalAdminFindSignedIn" },
};

/** Says findings in the admin's language; the server's sentences stand for those that are newer than this page. */
export function useFindingWords(): (finding: Finding) => { text?: string; fix?: string | null } {
  const { t } = useTranslation();
  const when = useWhen();
  return ({ code, message, fix, values }) => {
    const ours = WORDS[code as Code];
    if (!ours) return { text: message, fix };
    const text = t((!values?.sentAt && ours.unsent) || ours.text, {
      at: when(values?.at),
      until: when(values?.until),
      sent: when(values?.sentAt),
      seconds: values?.seconds,
      names: values?.names?.join(", "),
      reason: reasonWords(t, values?.reason),
    });
    return { text, fix: ours.fix && t(ours.fix) };
  };
}
