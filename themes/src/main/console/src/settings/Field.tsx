import {
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Switch,
  TextArea,
  TextInput,
  type TextInputProps,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { FieldName, FirmForm } from "./useFirmForm";

type Texts = "domain" | "name" | "description" | "primaryColor" | "help" | "portalClientId";
type Words = "invitationSubject" | "invitationText";

type Props = {
  form: FirmForm;
  name: FieldName;
  label: string;
  help?: ReactNode;
};

export const idOf = (name: string): string => `firm-${name}`;

/** Puts the admin into a field, wherever on the page it is. */
export function goTo(name: string): void {
  document.getElementById(idOf(name))?.focus();
}

/** One of the settings: its label, its help, what the server says against it, and what others saved in it meanwhile. */
export const Field = ({ form, name, label, help, children }: Props & { children: ReactNode }) => {
  const { t } = useTranslation();
  const refused = refusedAt(form, name);
  const theirs = form.theirs[name];
  return (
    <FormGroup label={label} fieldId={idOf(name)}>
      {children}
      <FormHelperText>
        <HelperText id={`${idOf(name)}-help`}>
          {refused && <HelperTextItem variant="error">{refused}</HelperTextItem>}
          {theirs !== undefined && (
            <HelperTextItem variant="warning" data-testid={`${name}-theirs`}>
              {t("clientPortalAdminTheirs", { value: theirs === "" ? "–" : theirs })}
            </HelperTextItem>
          )}
          {help && <HelperTextItem>{help}</HelperTextItem>}
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
};

/** What goes into the control of a {@link Field}. */
export function control(form: FirmForm, name: FieldName) {
  return {
    id: idOf(name),
    "data-testid": idOf(name),
    "aria-describedby": `${idOf(name)}-help`,
    validated: refusedAt(form, name) ? ("error" as const) : ("default" as const),
  };
}

export const TextField = ({
  name,
  maxLength,
  type,
  ...field
}: Props & { name: Texts | Words; maxLength: number; type?: TextInputProps["type"] }) => {
  const { may } = usePortal();
  return (
    <Field name={name} {...field}>
      <TextInput
        {...control(field.form, name)}
        type={type}
        maxLength={maxLength}
        autoComplete="off"
        readOnlyVariant={may.settings ? undefined : "default"}
        value={field.form.draft[name] ?? ""}
        onChange={(_, value) => field.form.set({ [name]: value })}
      />
    </Field>
  );
};

export const LinesField = ({ name, maxLength, ...field }: Props & { name: Texts | Words; maxLength: number }) => {
  const { may } = usePortal();
  return (
    <Field name={name} {...field}>
      <TextArea
        {...control(field.form, name)}
        maxLength={maxLength}
        resizeOrientation="vertical"
        rows={4}
        readOnlyVariant={may.settings ? undefined : "default"}
        value={field.form.draft[name] ?? ""}
        onChange={(_, value) => field.form.set({ [name]: value })}
      />
    </Field>
  );
};

export const SwitchField = ({ name, ...field }: Props & { name: "whiteLabel" | "oneClick" }) => {
  const { t } = useTranslation();
  const { may } = usePortal();
  return (
    <Field name={name} {...field}>
      <Switch
        id={idOf(name)}
        data-testid={idOf(name)}
        aria-label={field.label}
        label={t("on")}
        labelOff={t("off")}
        isDisabled={!may.settings}
        isChecked={!!field.form.draft[name]}
        onChange={(_, value) => field.form.set({ [name]: value })}
      />
    </Field>
  );
};

function refusedAt({ refusal }: FirmForm, name: FieldName): string | undefined {
  return refusal?.problem.field === name ? refusal.problem.detail : undefined;
}
