import { Button, DescriptionList, Flex, Label, Spinner } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Described } from "../parts/Described";
import { ListTable } from "../parts/ListTable";
import { RefusalAlert } from "../parts/RefusalAlert";
import { Section } from "../parts/Section";
import { useLoad } from "../parts/useLoad";
import { to, usePortal } from "../portal";
import { LanguagesDialog } from "./LanguagesDialog";
import { OURS, readLanguages } from "./realmLanguages";
import { byName, useLanguageName } from "./useLanguageName";

/** In which languages contacts are spoken to. They are the realm's, which Keycloak's own pages go by, too. */
export const Languages = () => {
  const { t } = useTranslation();
  const { rest, realm, may, refreshRealm } = usePortal();
  const nameOf = useLanguageName();
  const [changing, setChanging] = useState(false);
  const { value, refusal, reload } = useLoad(() => readLanguages(rest), [realm]);
  const changed = () => {
    reload();
    // Previews offer the languages that the console knows.
    refreshRealm();
  };
  return (
    <Section title={t("clientPortalAdminLanguages")} text={t("clientPortalAdminLanguagesHelp")} id="languages">
      <DescriptionList orientation={{ md: "horizontal" }} className="client-portal-form pf-v5-u-mb-md">
        <Described term={t("clientPortalAdminLanguagesLogin")}>{t("clientPortalAdminLanguagesLoginText")}</Described>
        <Described term={t("clientPortalAdminLanguagesMails")}>{t("clientPortalAdminLanguagesMailsText")}</Described>
        <Described term={t("clientPortalAdminLanguagesPortal")}>
          {t("clientPortalAdminLanguagesPortalText", { languages: OURS.map(nameOf).join(", ") })}
        </Described>
      </DescriptionList>
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {value && (
        <ListTable
          label={t("clientPortalAdminLanguages")}
          id="language"
          className="client-portal-form"
          rows={byName(value.spoken, nameOf)}
          keyOf={(tag) => tag}
          columns={[
            {
              label: t("clientPortalAdminLanguage"),
              cell: (tag) => (
                <span>
                  {nameOf(tag)}{" "}
                  {tag === value.standard && (
                    <Label isCompact color="blue">
                      {t("clientPortalAdminLanguagesDefault")}
                    </Label>
                  )}
                </span>
              ),
              width: 40,
            },
            {
              label: t("clientPortalAdminLanguagesTexts"),
              cell: (tag) =>
                t(OURS.includes(tag) ? "clientPortalAdminLanguagesOurs" : "clientPortalAdminLanguagesEnglish"),
            },
          ]}
        />
      )}
      <Flex className="pf-v5-u-mt-md">
        {may.settings && value && (
          <Button variant="secondary" data-testid="languages-change" onClick={() => setChanging(true)}>
            {t("clientPortalAdminLanguagesChange")}
          </Button>
        )}
        <Link to={to.localization(realm)}>{t("clientPortalAdminLanguagesOverrides")}</Link>
      </Flex>
      {changing && <LanguagesDialog onClose={() => setChanging(false)} onDone={changed} />}
    </Section>
  );
};
