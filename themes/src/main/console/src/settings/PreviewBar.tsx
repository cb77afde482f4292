import { Flex, FlexItem, FormSelect, FormSelectOption, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LanguageChoice } from "./useLanguage";
import { useLanguageName } from "./useLanguageName";

type Props = {
  id: string;
  choice: LanguageChoice;
  /** The names of the views, by key. */
  views: Record<string, string>;
  view: string;
  onView: (view: string) => void;
  children?: ReactNode;
};

/** In which language, and how, something is shown. */
export const PreviewBar = ({ id, choice, views, view, onView, children }: Props) => {
  const { t } = useTranslation();
  const nameOf = useLanguageName();
  return (
    <Flex className="pf-v5-u-mb-md">
      <FlexItem>
        <FormSelect
          aria-label={t("clientPortalAdminLanguage")}
          data-testid="preview-language"
          style={{ minWidth: "11rem" }}
          value={choice.language}
          onChange={(_, tag) => choice.setLanguage(tag)}
        >
          {choice.spoken.map((tag) => (
            <FormSelectOption key={tag} value={tag} label={nameOf(tag)} />
          ))}
        </FormSelect>
      </FlexItem>
      <FlexItem>
        <ToggleGroup aria-label={t("clientPortalAdminPreviewAs")}>
          {Object.entries(views).map(([it, name]) => (
            <ToggleGroupItem
              key={it}
              buttonId={`${id}-${it}`}
              text={t(name)}
              isSelected={view === it}
              onChange={() => onView(it)}
            />
          ))}
        </ToggleGroup>
      </FlexItem>
      {children}
    </Flex>
  );
};
