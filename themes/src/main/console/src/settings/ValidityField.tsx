import { FormSelect, FormSelectOption, InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import { control, Field } from "./Field";
import type { FirmForm } from "./useFirmForm";

/** Seconds of each unit, the largest first. */
const UNITS = { ["clientPortalAdminDays"]: 86_400, hours: 3_600, minutes: 60, seconds: 1 };

/** How long an invitation is valid, in the largest unit that needs no fraction. */
export const ValidityField = ({ form }: { form: FirmForm }) => {
  const { t } = useTranslation();
  const { may } = usePortal();
  const seconds = form.draft.invitationValidity || 0;
  const [chosen, setChosen] = useState<number>();
  const unit =
    chosen && seconds % chosen === 0 ? chosen : (Object.values(UNITS).find((it) => seconds % it === 0) ?? 1);
  return (
    <Field
      form={form}
      name="invitationValidity"
      label={t("clientPortalAdminValidity")}
      help={t("clientPortalAdminValidityHelp")}
    >
      <InputGroup>
        <InputGroupItem isFill>
          <TextInput
            {...control(form, "invitationValidity")}
            type="number"
            min={1}
            readOnlyVariant={may.settings ? undefined : "default"}
            value={seconds / unit || ""}
            onChange={(_, value) => {
              setChosen(unit);
              form.set({ invitationValidity: Math.round(Number(value) * unit) });
            }}
          />
        </InputGroupItem>
        <InputGroupItem>
          <FormSelect
            aria-label={t("clientPortalAdminUnit")}
            data-testid="validity-unit"
            isDisabled={!may.settings}
            value={unit}
            onChange={(_, value) => {
              setChosen(Number(value));
              form.set({ invitationValidity: Math.round((seconds / unit) * Number(value)) });
            }}
          >
            {Object.entries(UNITS).map(([name, value]) => (
              <FormSelectOption key={name} value={value} label={t(name)} />
            ))}
          </FormSelect>
        </InputGroupItem>
      </InputGroup>
    </Field>
  );
};
