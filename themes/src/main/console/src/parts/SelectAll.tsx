import { Checkbox, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

type Props = { isSelected: boolean; isDisabled: boolean; onSelect: (isSelected: boolean) => void };

/** Stands in for the box in a table's head, which a phone does not show. */
export const SelectAll = ({ isSelected, isDisabled, onSelect }: Props) => {
  const { t } = useTranslation();
  return (
    <ToolbarItem alignSelf="center" className="pf-v5-u-display-none-on-md">
      <Checkbox
        id="client-portal-select-all"
        data-testid="select-all"
        label={t("clientPortalAdminSelectAll")}
        isChecked={isSelected && !isDisabled}
        isDisabled={isDisabled}
        onChange={(_, now) => onSelect(now)}
      />
    </ToolbarItem>
  );
};
