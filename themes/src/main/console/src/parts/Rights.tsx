import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { Button, Checkbox, Form, FormGroup } from "@patternfly/react-core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Contact, ContactRight, Refusal } from "../rest/rest";
import { contactPath } from "./contactActs";
import { RefusalAlert } from "./RefusalAlert";
import { Section } from "./Section";
import { refusalOf } from "./useLoad";

const RIGHTS: Record<ContactRight, string> = {
  VIEW_TASKS: "clientPortalAdminRightTasks",
  UPLOAD_FILES: "clientPortalAdminRightFiles",
  SEND_MESSAGES: "clientPortalAdminRightMessages",
  SIGN_DOCUMENTS: "clientPortalAdminRightSign",
};

/** What the contact may do in the company. */
export const Rights = ({ contact, onDone }: { contact: Contact; onDone: () => void }) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { rest } = usePortal();
  const [rights, setRights] = useState(new Set(contact.rights));
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);

  const set = (right: ContactRight, granted: boolean) => {
    const after = new Set(rights);
    if (granted) after.add(right);
    else after.delete(right);
    setRights(after);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    try {
      await rest.put(`${contactPath(contact)}/rights`, { rights: [...rights] });
      addAlert(t("clientPortalAdminRightsSaved"));
      onDone();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title={t("clientPortalAdminRights")} text={t("clientPortalAdminRightsHelp")} id="rights">
      <RefusalAlert refusal={refusal} />
      <Form onSubmit={save}>
        <FormGroup role="group" aria-label={t("clientPortalAdminRights")}>
          {(Object.entries(RIGHTS) as [ContactRight, string][]).map(([right, text]) => (
            <Checkbox
              key={right}
              id={`client-portal-${right}`}
              data-testid={`right-${right}`}
              label={t(text)}
              isChecked={rights.has(right)}
              isDisabled={!contact.manage}
              onChange={(_, granted) => set(right, granted)}
            />
          ))}
        </FormGroup>
        {contact.manage && (
          <div>
            <Button type="submit" variant="secondary" data-testid="save-rights" isDisabled={busy} isLoading={busy}>
              {t("clientPortalAdminSave")}
            </Button>
          </div>
        )}
      </Form>
    </Section>
  );
};
