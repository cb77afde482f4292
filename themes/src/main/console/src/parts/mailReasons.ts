import type { TFunction } from "i18next";
import { problemWords } from "./problemWords";

/** The ledger keeps sentences of the server's, in some with the codes of a mail server's reply at their end. */
const SENTENCES: Record<string, string> = {
  "The mail server refused the address.": "clientPortalAdminReasonAddress",
  "The mail server refused this mail, not the address.": "clientPortalAdminReasonContent",
  "The mail server asked to try again later.": "clientPortalAdminReasonLater",
  "The mail server cannot be reached or refused the connection.": "clientPortalAdminReasonServer",
  "The mail came back: the address was refused.": "clientPortalAdminReasonBackAddress",
  "The mail came back: nobody took it in time.": "clientPortalAdminReasonBackLate",
  "The mail came back: it was refused, not the address.": "clientPortalAdminReasonBackContent",
  "The mail server did not take it in time.": "clientPortalAdminReasonTooLate",
  "The mail could not be made: see the server log.": "clientPortalAdminReasonNotMade",
};

const CODES = / \(([^()]*)\)\.$/;

/** Why a mail was late or not sent, in the admin's language; what is unknown stands for itself. */
export function reasonWords(t: TFunction, reason?: string): string {
  if (!reason) return "";
  const sentence = SENTENCES[reason.replace(CODES, ".")];
  const codes = CODES.exec(reason)?.[1];
  if (sentence) return codes ? `${t(sentence)} (${codes})` : t(sentence);
  if (reason === "link_ended") return t("clientPortalAdminReasonLinkEnded");
  // A closed door has the name of the problem that it is for staff.
  const problem = problemWords(reason.replaceAll("_", "-"));
  return problem ? t(problem) : reason;
}
