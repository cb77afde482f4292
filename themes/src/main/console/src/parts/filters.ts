import type { TFunction } from "i18next";
import type { Choice } from "./ListView";

/** The filter of contacts by their access. */
export function accessChoice(t: TFunction): Choice {
  return {
    name: "state",
    label: t("clientPortalAdminAccess"),
    options: [
      { value: "", label: t("clientPortalAdminAllStates") },
      { value: "none", label: t("clientPortalAdminAccessNone") },
      { value: "enabled", label: t("clientPortalAdminAccessEnabled") },
      { value: "disabled", label: t("clientPortalAdminAccessDisabled") },
      { value: "blocked", label: t("clientPortalAdminAccessBlocked") },
    ],
  };
}
