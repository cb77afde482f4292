import type { TFunction } from "i18next";

const WORDS: Record<string, string> = {
  added: "clientPortalAdminOutcomeAdded",
  opened: "clientPortalAdminOutcomeOpened",
  already_open: "clientPortalAdminOutcomeAlreadyOpen",
  blocked: "clientPortalAdminOutcomeBlocked",
  disabled: "clientPortalAdminOutcomeDisabled",
  no_valid_email: "clientPortalAdminOutcomeNoValidEmail",
  user_disabled: "clientPortalAdminOutcomeUserDisabled",
  not_found: "clientPortalAdminOutcomeNotFound",
  not_allowed: "clientPortalAdminOutcomeNotAllowed",
  company_inactive: "clientPortalAdminOutcomeCompanyInactive",
  invited: "clientPortalAdminOutcomeInvited",
  already_invited: "clientPortalAdminOutcomeAlreadyInvited",
  already_accepted: "clientPortalAdminOutcomeAlreadyAccepted",
  too_many: "clientPortalAdminOutcomeTooMany",
  failed: "clientPortalAdminOutcomeFailed",
};

/** What became of a company or a contact, in words; an outcome that is newer than this page stands for itself. */
export function outcome(t: TFunction, code: string): string {
  return code in WORDS ? t(WORDS[code]) : code;
}

/** How often each outcome is there, in words and the most frequent first. */
export function counted(t: TFunction, codes: string[]): string {
  const counts = new Map<string, number>();
  codes.forEach((code) => counts.set(code, (counts.get(code) ?? 0) + 1));
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([code, number]) => `${outcome(t, code)}: ${number}`)
    .join(", ");
}
