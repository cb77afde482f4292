import { useAlerts } from "@keycloak/keycloak-ui-shared";
import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Modal,
  Radio,
  TextInput,
  type TextInputProps,
} from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Company, NewContact, Refusal } from "../rest/rest";
import { RefusalAlert } from "./RefusalAlert";
import { refusalOf } from "./useLoad";

const FORM = "client-portal-add-contact";

type How = "invite" | "open" | "silent";

/** Lets somebody into the company by their address, known to Keycloak or not. */
export const AddContact = ({
  company,
  onClose,
  onDone,
}: {
  company: Company;
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t, i18n } = useTranslation();
  const { addAlert } = useAlerts();
  const { rest, may, languages } = usePortal();
  const mayInvite = may.mail && !!company.active;
  const [person, setPerson] = useState<NewContact>({ email: "" });
  const [how, setHow] = useState<How>(mayInvite ? "invite" : "open");
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const languageName = new Intl.DisplayNames(i18n.language, { type: "language" });

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    try {
      await rest.post(`companies/${company.id}/contacts`, {
        ...person,
        email: person.email.trim(),
        invite: how === "invite",
        silent: how === "silent",
      });
      addAlert(t("clientPortalAdminAddDone", { email: person.email.trim() }));
      onDone();
      onClose();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  const text = (name: "email" | "firstName" | "lastName", label: string, more: Partial<TextInputProps> = {}) => (
    <FormGroup label={t(label)} fieldId={`${FORM}-${name}`} isRequired={more.isRequired}>
      <TextInput
        id={`${FORM}-${name}`}
        data-testid={`add-${name}`}
        maxLength={255}
        autoComplete="off"
        value={person[name] ?? ""}
        onChange={(_, value) => setPerson({ ...person, [name]: value })}
        validated={refusal?.problem.field === name ? "error" : "default"}
        {...more}
        ref={undefined}
      />
      {refusal?.problem.field === name && (
        <FormHelperText>
          <HelperText>
            <HelperTextItem variant="error">{refusal.problem.detail}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
  const way = (value: How, label: string, help: string) => (
    <Radio
      id={`${FORM}-${value}`}
      data-testid={`add-${value}`}
      name={FORM}
      label={t(label)}
      description={t(help)}
      isChecked={how === value}
      onChange={() => setHow(value)}
    />
  );

  return (
    <Modal
      className="client-portal-question"
      isOpen
      variant="medium"
      title={t("clientPortalAdminAddTitle", { company: company.name })}
      onClose={onClose}
      actions={[
        <Button
          key="add"
          type="submit"
          form={FORM}
          data-testid="add"
          isLoading={busy}
          isDisabled={busy || !person.email.trim()}
        >
          {t("clientPortalAdminAdd")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <Form id={FORM} onSubmit={add}>
        <RefusalAlert refusal={refusal} />
        {text("email", "email", { type: "email", isRequired: true, autoFocus: true })}
        {text("firstName", "firstName")}
        {text("lastName", "lastName")}
        {languages.length > 0 && (
          <FormGroup label={t("clientPortalAdminLanguage")} fieldId={`${FORM}-locale`}>
            <FormSelect
              id={`${FORM}-locale`}
              value={person.locale ?? ""}
              onChange={(_, locale) => setPerson({ ...person, locale: locale || undefined })}
            >
              <FormSelectOption value="" label={t("clientPortalAdminLanguageOfCompany")} />
              {languages.map((tag) => (
                <FormSelectOption key={tag} value={tag} label={languageName.of(tag) ?? tag} />
              ))}
            </FormSelect>
          </FormGroup>
        )}
        <FormGroup role="radiogroup" label={t("clientPortalAdminHow")} fieldId={`${FORM}-how`}>
          {mayInvite && way("invite", "clientPortalAdminHowInvite", "clientPortalAdminHowInviteHelp")}
          {way("open", "clientPortalAdminHowOpen", "clientPortalAdminHowOpenHelp")}
          {way("silent", "clientPortalAdminHowSilent", "clientPortalAdminHowSilentHelp")}
        </FormGroup>
      </Form>
    </Modal>
  );
};
