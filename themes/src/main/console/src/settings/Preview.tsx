import { ExpandableSection } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Something that costs the server work, and is made only once it is looked at. */
export const Preview = ({ id, title, children }: { id: string; title?: string; children: ReactNode }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      toggleText={title ?? t("clientPortalAdminPreview")}
      data-testid={id}
      isIndented
      isExpanded={open}
      onToggle={(_, expanded) => setOpen(expanded)}
    >
      {open && children}
    </ExpandableSection>
  );
};
