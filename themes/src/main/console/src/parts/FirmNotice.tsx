import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { to, usePortal } from "../portal";
import type { Firm } from "../rest/rest";
import { useLoad } from "./useLoad";

/** Says that nobody gets in anywhere, while the firm's portal is closed. Who may not read that is not told. */
export const FirmNotice = () => {
  const { t } = useTranslation();
  const { realm, rest, may } = usePortal();
  const { value } = useLoad(async () => (may.firm ? await rest.get<Firm>("firm") : undefined), [realm]);
  if (!value || value.active) return null;
  return (
    <Alert isInline variant="warning" title={t("clientPortalAdminFirmInactive")} component="p" className="pf-v5-u-mb-md">
      {t("clientPortalAdminFirmInactiveText")}{" "}
      <Link className="client-portal-link" to={to.settings(realm)}>{t("clientPortalAdminSettings")}</Link>
    </Alert>
  );
};
