import type { TFunction } from "i18next";
import type { Portal } from "../portal";
import type { Act } from "./Ask";

/** Opens the firm's portal. */
export function activateFirm({ rest }: Portal, t: TFunction): Act {
  return {
    name: t("clientPortalAdminActivate"),
    title: t("clientPortalAdminFirmActivateTitle"),
    consequence: t("clientPortalAdminFirmActivateText"),
    done: t("clientPortalAdminFirmActivateDone"),
    run: () => rest.post("firm/activate"),
  };
}

/** Closes it for everybody. */
export function deactivateFirm({ rest }: Portal, t: TFunction): Act {
  return {
    name: t("clientPortalAdminDeactivate"),
    title: t("clientPortalAdminFirmDeactivateTitle"),
    consequence: t("clientPortalAdminFirmDeactivateText"),
    done: t("clientPortalAdminFirmDeactivateDone"),
    danger: true,
    run: () => rest.post("firm/deactivate"),
  };
}
