import { Alert, AlertActionCloseButton, AlertActionLink, ClipboardCopy } from "@patternfly/react-core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../rest/rest";

const PREFIX = "urn:client-portal:problem:";

const WORDS: Record<string, string> = {
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
  "plan-changed": "clientPortalAdminProblemPlanChanged",
  "not-possible-now": "clientPortalAdminProblemNotPossibleNow",
  unavailable: "clientPortalAdminProblemUnavailable",
};

/** What the server refused, in words, and how its operator finds the request. */
export const RefusalAlert = ({
  refusal,
  onClose,
  onRetry,
}: {
  refusal?: Refusal;
  onClose?: () => void;
  onRetry?: () => void;
}) => {
  const { t } = useTranslation();
  if (!refusal) return null;
  return (
    <Alert
      isInline
      isLiveRegion
      variant="danger"
      title={words(t, refusal)}
      component="p"
      data-testid="refusal"
      className="pf-v5-u-mb-md"
      actionClose={onClose && <AlertActionCloseButton onClose={onClose} />}
      actionLinks={onRetry && <AlertActionLink onClick={onRetry}>{t("clientPortalAdminAgain")}</AlertActionLink>}
    >
      {t("clientPortalAdminTrace")}{" "}
      <ClipboardCopy
        isReadOnly
        variant="inline-compact"
        hoverTip={t("clientPortalAdminCopy")}
        clickTip={t("clientPortalAdminCopied")}
      >
        {refusal.trace}
      </ClipboardCopy>
    </Alert>
  );
};

/** A sentence on what went wrong: ours, or the server's where we have none. */
export function words(t: TFunction, refusal: Refusal): string {
  const { type = "", title, detail, status, retryAfter } = refusal.problem;
  const ours = WORDS[type.replace(PREFIX, "")];
  if (ours) return t(ours, { seconds: retryAfter });
  if (type.startsWith(PREFIX)) return [title, detail].filter(Boolean).join(": ");
  return status ? t("clientPortalAdminProblemServer", { status }) : t("clientPortalAdminProblemUnreachable");
}
