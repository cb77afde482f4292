import { Button, HelperText, HelperTextItem, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { DomainCheck } from "../rest/rest";
import { control, Field } from "./Field";
import type { FirmForm } from "./useFirmForm";
import { usePaused } from "./usePaused";

/** The portal's domain: while it is typed, whether it is free, and what is free where it is not. */
export const DomainField = ({ form }: { form: FirmForm }) => {
  const { t } = useTranslation();
  const { realm, rest, may } = usePortal();
  const typed = (form.draft.domain ?? "").trim();
  const asked = usePaused(typed);
  const { value } = useLoad(
    async () => (asked ? { asked, ...(await rest.get<DomainCheck>("firm/domain-check", { domain: asked })) } : undefined),
    [realm, asked],
  );
  const check = value?.asked === typed ? value : undefined;
  return (
    <Field form={form} name="domain" label={t("clientPortalAdminDomain")} help={t("clientPortalAdminDomainHelp")}>
      <TextInput
        {...control(form, "domain")}
        maxLength={253}
        autoComplete="off"
        spellCheck={false}
        readOnlyVariant={may.settings ? undefined : "default"}
        value={form.draft.domain ?? ""}
        onChange={(_, domain) => form.set({ domain })}
      />
      <HelperText isLiveRegion data-testid="domain-check" className="pf-v5-u-mt-xs">
        {check && !check.valid && (
          <HelperTextItem variant="error">{t("clientPortalAdminDomainInvalid")}</HelperTextItem>
        )}
        {check?.valid && check.taken && (
          <HelperTextItem variant="error">
            {t("clientPortalAdminDomainTaken")} {t("clientPortalAdminDomainVariations")}
          </HelperTextItem>
        )}
        {check?.valid && !check.taken && (
          <HelperTextItem variant="success">
            {t("clientPortalAdminDomainFree", { ascii: check.domainAscii })}
          </HelperTextItem>
        )}
      </HelperText>
      {may.settings &&
        check?.variations?.map((domain) => (
          <Button key={domain} variant="link" isInline className="pf-v5-u-mr-md" onClick={() => form.set({ domain })}>
            {domain}
          </Button>
        ))}
    </Field>
  );
};
