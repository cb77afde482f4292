import { Label, type LabelProps } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Import } from "../rest/rest";

const STATES: Record<Import["state"], [string, LabelProps["color"]]> = {
  uploading: ["clientPortalAdminImportUploading", "blue"],
  planning: ["clientPortalAdminImportPlanning", "blue"],
  planned: ["clientPortalAdminImportPlanned", "cyan"],
  unreadable: ["clientPortalAdminImportUnreadable", "red"],
  checking: ["clientPortalAdminImportChecking", "blue"],
  filling: ["clientPortalAdminImportFilling", "blue"],
  running: ["clientPortalAdminImportRunning", "blue"],
  done: ["clientPortalAdminImportDone", "green"],
  cancelled: ["clientPortalAdminImportCancelled", "orange"],
};

/** How far an import is. */
export const ImportLabel = ({ state }: { state: Import["state"] }) => {
  const { t } = useTranslation();
  const [text, color] = STATES[state];
  return <Label color={color}>{t(text)}</Label>;
};
