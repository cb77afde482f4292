import { useAlerts } from "@keycloak/keycloak-ui-shared";
import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Spinner,
  TextInput,
} from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Contact, Difference, DifferenceAction, FirmRecord, Refusal } from "../rest/rest";
import type { Act } from "./Ask";
import { contactPath } from "./contactActs";
import { DECISIONS, differenceAct, FIELDS } from "./differences";
import { RefusalAlert } from "./RefusalAlert";
import { Section } from "./Section";
import { refusalOf, useLoad } from "./useLoad";

type Field = keyof typeof FIELDS;

/** What the firm has written down of the contact, with what their own profile says otherwise. */
export const FirmRecordSection = ({ contact, onChoose }: { contact: Contact; onChoose: (act: Act) => void }) => {
  const { t } = useTranslation();
  const { realm, rest } = usePortal();
  const path = contactPath(contact);
  const { value, refusal, reload } = useLoad(
    async () => ({
      record: await rest.get<FirmRecord>(`${path}/record`),
      differences: await rest.get<Difference[]>(`${path}/differences`),
    }),
    [realm, path],
  );
  return (
    <Section title={t("clientPortalAdminRecord")} text={t("clientPortalAdminRecordHelp")} id="record">
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {value && (
        <RecordForm
          key={JSON.stringify(value.record)}
          {...value}
          contact={contact}
          onChoose={onChoose}
          onDone={reload}
        />
      )}
    </Section>
  );
};

type Props = {
  record: FirmRecord;
  differences: Difference[];
  contact: Contact;
  onChoose: (act: Act) => void;
  onDone: () => void;
};

const RecordForm = ({ record, differences, contact, onChoose, onDone }: Props) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const portal = usePortal();
  const [values, setValues] = useState(record);
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    try {
      const filled = Object.entries(values).filter(([, value]) => value?.trim());
      await portal.rest.put(`${contactPath(contact)}/record`, Object.fromEntries(filled));
      addAlert(t("clientPortalAdminRecordSaved"));
      onDone();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form isHorizontal onSubmit={save}>
      <RefusalAlert refusal={refusal} />
      {(Object.keys(FIELDS) as Field[]).map((field) => {
        const difference = differences.find((it) => it.field === field);
        return (
          <FormGroup key={field} label={t(FIELDS[field])} fieldId={`client-portal-record-${field}`}>
            <TextInput
              id={`client-portal-record-${field}`}
              data-testid={`record-${field}`}
              maxLength={255}
              autoComplete="off"
              readOnlyVariant={contact.manage ? undefined : "default"}
              value={values[field] ?? ""}
              onChange={(_, value) => setValues({ ...values, [field]: value })}
              validated={refusal?.problem.field === field ? "error" : difference ? "warning" : "default"}
            />
            {difference && (
              <FormHelperText data-testid={`difference-${field}`}>
                <HelperText>
                  <HelperTextItem variant="warning" hasIcon>
                    {t("clientPortalAdminContactSays", {
                      value: difference.contactValue ?? t("clientPortalAdminNothing"),
                    })}{" "}
                    {difference.manage &&
                      (Object.keys(DECISIONS) as DifferenceAction[]).map((action) => (
                        <Button
                          key={action}
                          variant="link"
                          isInline
                          className="pf-v5-u-ml-md"
                          data-testid={`${action.toLowerCase()}-${field}`}
                          onClick={() => onChoose(differenceAct(portal, t, difference, action))}
                        >
                          {t(DECISIONS[action])}
                        </Button>
                      ))}
                  </HelperTextItem>
                </HelperText>
              </FormHelperText>
            )}
          </FormGroup>
        );
      })}
      {contact.manage && (
        <div>
          <Button type="submit" variant="secondary" data-testid="save-record" isDisabled={busy} isLoading={busy}>
            {t("clientPortalAdminSave")}
          </Button>
        </div>
      )}
    </Form>
  );
};
