import { InputGroup, InputGroupItem, TextInput } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import { control, Field } from "./Field";
import type { FirmForm } from "./useFirmForm";

/** The firm's colour, typed or picked. */
export const ColorField = ({ form }: { form: FirmForm }) => {
  const { t } = useTranslation();
  const { may } = usePortal();
  const color = form.draft.primaryColor ?? "";
  const set = (value: string) => form.set({ primaryColor: value });
  return (
    <Field form={form} name="primaryColor" label={t("clientPortalAdminColor")} help={t("clientPortalAdminColorHelp")}>
      <InputGroup>
        <InputGroupItem>
          <input
            type="color"
            aria-label={t("clientPortalAdminColorPick")}
            className="client-portal-color"
            disabled={!may.settings}
            value={/^#[0-9a-f]{6}$/i.test(color) ? color : "#ffffff"}
            onChange={(event) => set(event.target.value)}
          />
        </InputGroupItem>
        <InputGroupItem isFill>
          <TextInput
            {...control(form, "primaryColor")}
            maxLength={7}
            placeholder="#rrggbb"
            autoComplete="off"
            readOnlyVariant={may.settings ? undefined : "default"}
            value={color}
            onChange={(_, value) => set(value)}
          />
        </InputGroupItem>
      </InputGroup>
    </Field>
  );
};
