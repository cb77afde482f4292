import { useAlerts } from "@keycloak/keycloak-ui-shared";
import {
  ActionGroup,
  Alert,
  AlertActionLink,
  Button,
  Form,
  FormSection,
  FormSelect,
  FormSelectOption,
  PageSection,
  TextInput,
} from "@patternfly/react-core";
import { useEffect, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { usePortal } from "../portal";
import { ColorField } from "./ColorField";
import { DomainField } from "./DomainField";
import { control, Field, goTo, LinesField, SwitchField, TextField } from "./Field";
import { HomePreview } from "./HomePreview";
import { LoginPreview } from "./LoginPreview";
import { MailPreview } from "./MailPreview";
import { Picture } from "./Picture";
import { Preview } from "./Preview";
import type { FirmForm } from "./useFirmForm";
import { ValidityField } from "./ValidityField";

const FIELDS_OF_INVITATIONS = "{{firstName}}, {{lastName}}, {{company}}, {{firm}}, {{expires}}";

/** All settings that are saved together. */
export const FirmFields = ({ form }: { form: FirmForm }) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { may } = usePortal();
  const { refusal, saved } = form;
  const isConflict = refusal?.problem.status === 412;
  const zones = Intl.supportedValuesOf("timeZone");
  const zone = form.draft.timeZone ?? "";

  useEffect(() => {
    if (refusal?.problem.field) goTo(refusal.problem.field);
  }, [refusal]);
  useEffect(() => {
    const [first] = Object.keys(form.theirs);
    if (first) goTo(first);
  }, [form.theirs]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.save()) addAlert(t("clientPortalAdminSettingsDone"));
  };

  return (
    <PageSection variant="light">
      <Form isHorizontal className="client-portal-form" onSubmit={save} data-testid="firm-form">
        <FormSection title={t("clientPortalAdminIdentity")} titleElement="h2">
          <DomainField form={form} />
        </FormSection>
        <FormSection title={t("clientPortalAdminBrand")} titleElement="h2">
          <TextField
            form={form}
            name="name"
            label={t("name")}
            help={t("clientPortalAdminFirmNameHelp")}
            maxLength={255}
          />
          <LinesField
            form={form}
            name="description"
            label={t("description")}
            help={t("clientPortalAdminDescriptionHelp")}
            maxLength={1000}
          />
          <ColorField form={form} />
          <TextField
            form={form}
            name="help"
            label={t("clientPortalAdminContactHelp")}
            help={t("clientPortalAdminContactHelpHelp")}
            maxLength={255}
          />
          <Picture kind="logo" label={t("clientPortalAdminLogo")} tag={saved.logo} onChange={form.refresh} />
          <Picture kind="icon" label={t("clientPortalAdminIcon")} tag={saved.icon} onChange={form.refresh} />
          <SwitchField
            form={form}
            name="whiteLabel"
            label={t("clientPortalAdminWhiteLabel")}
            help={t("clientPortalAdminWhiteLabelHelp")}
          />
          <Preview id="preview-login" title={t("clientPortalAdminLoginPreview")}>
            <LoginPreview form={form} />
          </Preview>
          <Preview id="preview-home" title={t("clientPortalAdminHomePreview")}>
            <HomePreview form={form} />
          </Preview>
        </FormSection>
        <FormSection title={t("clientPortalAdminLogin")} titleElement="h2">
          <ValidityField form={form} />
          <SwitchField
            form={form}
            name="oneClick"
            label={t("clientPortalAdminOneClick")}
            help={t("clientPortalAdminOneClickHelp")}
          />
          <TextField
            form={form}
            name="portalClientId"
            label={t("clientPortalAdminPortalClient")}
            help={t("clientPortalAdminPortalClientHelp")}
            maxLength={255}
          />
          <Field
            form={form}
            name="timeZone"
            label={t("clientPortalAdminTimeZone")}
            help={t("clientPortalAdminTimeZoneHelp")}
          >
            <FormSelect
              {...control(form, "timeZone")}
              isDisabled={!may.settings}
              value={zone}
              onChange={(_, timeZone) => form.set({ timeZone })}
            >
              {[...new Set([zone, "UTC", ...zones])].map((it) => (
                <FormSelectOption key={it} value={it} label={it} />
              ))}
            </FormSelect>
          </Field>
          <Field
            form={form}
            name="ledgerDays"
            label={t("clientPortalAdminLedgerDays")}
            help={t("clientPortalAdminLedgerDaysHelp")}
          >
            <TextInput
              {...control(form, "ledgerDays")}
              type="number"
              min={30}
              max={3650}
              readOnlyVariant={may.settings ? undefined : "default"}
              value={form.draft.ledgerDays || ""}
              onChange={(_, days) => form.set({ ledgerDays: Number(days) })}
            />
          </Field>
        </FormSection>
        <FormSection title={t("clientPortalAdminInvitationMail")} titleElement="h2">
          <TextField
            form={form}
            name="invitationSubject"
            label={t("clientPortalAdminSubject")}
            maxLength={255}
          />
          <LinesField
            form={form}
            name="invitationText"
            label={t("clientPortalAdminText")}
            help={t("clientPortalAdminWordsHelp", { fields: FIELDS_OF_INVITATIONS })}
            maxLength={4000}
          />
          <Preview id="preview-invitation">
            <MailPreview
              template="invitation"
              words={{ subject: form.draft.invitationSubject, text: form.draft.invitationText }}
            />
          </Preview>
        </FormSection>
        {isConflict ? (
          <Alert
            isInline
            isLiveRegion
            variant="warning"
            component="p"
            title={t("clientPortalAdminConflict")}
            data-testid="conflict"
            actionLinks={
              <AlertActionLink data-testid="load-now" onClick={form.refresh}>
                {t("clientPortalAdminConflictLoad")}
              </AlertActionLink>
            }
          >
            {t("clientPortalAdminConflictText")} {t("clientPortalAdminTrace")} {refusal.trace}
          </Alert>
        ) : (
          <RefusalAlert refusal={refusal} />
        )}
        {may.settings && (
          <ActionGroup>
            <Button
              type="submit"
              data-testid="save"
              isLoading={form.busy}
              isDisabled={form.busy || (!form.isChanged && !!saved.version)}
            >
              {t("save")}
            </Button>
            <Button variant="link" data-testid="revert" isDisabled={!form.isChanged} onClick={form.revert}>
              {t("revert")}
            </Button>
          </ActionGroup>
        )}
      </Form>
    </PageSection>
  );
};
