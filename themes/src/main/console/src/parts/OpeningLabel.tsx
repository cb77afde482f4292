import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Opening } from "../rest/rest";

/** How far an opening is. */
export const OpeningLabel = ({ opening }: { opening: Opening }) => {
  const { t } = useTranslation();
  if (opening.finishedAt) return <Label color="green">{t("clientPortalAdminOpeningFinished")}</Label>;
  if (opening.cancelledAt) return <Label color="orange">{t("clientPortalAdminOpeningCancelled")}</Label>;
  return <Label color="blue">{t("clientPortalAdminOpeningRunning")}</Label>;
};
