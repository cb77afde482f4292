import { Alert, AlertActionCloseButton, AlertActionLink, ClipboardCopy } from "@patternfly/react-core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../rest/rest";
import { problemDetail, problemWords } from "./problemWords";

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
  const detail = problemDetail(refusal.problem);
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
      {detail && <p>{detail}</p>}
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
  const ours = problemWords(type);
  if (ours) return t(ours, { seconds: retryAfter });
  if (type) return [title, detail].filter(Boolean).join(": ");
  return status ? t("clientPortalAdminProblemServer", { status }) : t("clientPortalAdminProblemUnreachable");
}
