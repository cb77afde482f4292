import type { Problem } from "../rest/rest";

const PREFIX = "urn:client-portal:problem:";

type Known<Type> = Type extends `${typeof PREFIX}${infer Name}` ? Name : never;

const STAFF: Record<Known<Problem["type"]>, string> = {
  forbidden: "clientPortalAdminProblemForbidden",
  "not-found": "clientPortalAdminProblemNotFound",
  "firm-inactive": "clientPortalAdminProblemFirmInactive",
  "company-inactive": "clientPortalAdminProblemCompanyInactive",
  "not-a-member": "clientPortalAdminProblemNotAMember",
  "no-valid-address": "clientPortalAdminProblemNoValidAddress",
  "user-disabled": "clientPortalAdminProblemUserDisabled",
  "contact-not-enabled": "clientPortalAdminProblemContactNotEnabled",
  "contact-blocked": "clientPortalAdminProblemContactBlocked",
  "not-blocked": "clientPortalAdminProblemNotBlocked",
  "no-open-invitation": "clientPortalAdminProblemNoOpenInvitation",
  "address-in-use": "clientPortalAdminProblemAddressInUse",
  "address-bounced": "clientPortalAdminProblemAddressBounced",
  "no-difference": "clientPortalAdminProblemNoDifference",
  "theme-missing": "clientPortalAdminProblemThemeMissing",
  "mail-not-set-up": "clientPortalAdminProblemMailNotSetUp",
  "mail-not-taken": "clientPortalAdminProblemMailNotTaken",
  "no-verified-address": "clientPortalAdminProblemNoVerifiedAddress",
  "mail-not-failed": "clientPortalAdminProblemMailNotFailed",
  "domain-taken": "clientPortalAdminDomainTaken",
  "settings-incomplete": "clientPortalAdminProblemIncomplete",
  "version-conflict": "clientPortalAdminConflict",
  "too-large": "clientPortalAdminProblemTooLarge",
  "unsupported-image": "clientPortalAdminProblemNoPicture",
  "too-many": "clientPortalAdminProblemTooMany",
  invalid: "clientPortalAdminProblemInvalid",
  "target-not-allowed": "clientPortalAdminProblemTargetNotAllowed",
  "unknown-format": "clientPortalAdminProblemUnknownFormat",
  "not-authenticated": "clientPortalAdminProblemNotAuthenticated",
  "external-id-used": "clientPortalAdminProblemExternalIdUsed",
  "name-taken": "clientPortalAdminProblemNameTaken",
  "not-for-connectors": "clientPortalAdminProblemNotForConnectors",
  "unsupported-type": "clientPortalAdminProblemUnsupportedType",
};

/** What the connectors alone refuse. */
const CONNECTORS: Record<string, string> = {
  "plan-changed": "clientPortalAdminProblemPlanChanged",
  "not-possible-now": "clientPortalAdminProblemNotPossibleNow",
  unavailable: "clientPortalAdminProblemUnavailable",
  "invalid-idempotency-key": "clientPortalAdminProblemKeyUsed",
  "no-such-method": "clientPortalAdminProblemNoSuchMethod",
  "still-running": "clientPortalAdminProblemStillRunning",
  "key-used": "clientPortalAdminProblemKeyUsed",
  refused: "clientPortalAdminProblemRefused",
};

/** Of these the server's detail says what the words do not: a field, or what is missing. */
const DETAILED = ["invalid", "settings-incomplete", "target-not-allowed", "unknown-format", "refused"];

/**
 * The key of what to say, and to do, about a problem; nothing for one that is newer than this page.
 *
 * @param type of the problem, or the end of it
 */
export function problemWords(type: string): string | undefined {
  return ({ ...STAFF, ...CONNECTORS } as Record<string, string>)[nameOf(type)];
}

/** What of the problem only the server can say. */
export function problemDetail({ type = "" as Problem["type"], field, detail }: Partial<Problem>): string | undefined {
  if (!detail || !DETAILED.includes(nameOf(type))) return undefined;
  return field ? `${field}: ${detail}` : detail;
}

const nameOf = (type: string): string => type.replace(PREFIX, "");
