import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { Button, Checkbox, Form, FormGroup, PageSection, Title } from "@patternfly/react-core";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Contact, ContactRight, Refusal } from "../rest/rest";
import { contactPath } from "./contactActs";
import { RefusalAlert } from "./RefusalAlert";
import { refusalOf } from "./useLoad";

const RIGHTS: Record<ContactRight, string> = {
  VIEW_TASKS: "clientPortalAdminRightViewTasks",
  UPLOAD_FILES: "clientPortalAdminRightUploadFiles",
  SEND_MESSAGES: "clientPortalAdminRightSendMessages",
  SIGN_DOCUMENTS: "clientPortalAdminRightSignDocuments",
};

/** What the contact may do in the company's portal; each can be withheld. */
export const Rights = ({ contact, onDone }: { contact: Contact; onDone: () => void }) => {
  const { t } = useTranslation();
  const { rest, may } = usePortal();
  const { addAlert } = useAlerts();
  const saved = [...(contact.rights ?? [])].sort().join(" ");
  const [rights, setRights] = useState<Set<ContactRight>>(new Set(contact.rights));
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const isChanged = [...rights].sort().join(" ") !== saved;
  const reset = () => setRights(new Set(contact.rights));
  useEffect(reset, [saved]);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(undefined);
    try {
      await rest.put(`${contactPath(contact)}/rights`, { rights: [...rights] });
      addAlert(t("clientPortalAdminRightsDone"));
      onDone();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <PageSection variant="light" className="pf-v5-u-pt-0" data-testid="rights">
      <Title headingLevel="h2" className="pf-v5-u-mb-md">
        {t("clientPortalAdminRights")}
      </Title>
      <RefusalAlert refusal={refusal} />
      <Form onSubmit={save}>
        <FormGroup role="group" label={t("clientPortalAdminRightsHelp")} fieldId="client-portal-rights">
          {(Object.keys(RIGHTS) as ContactRight[]).map((right) => (
            <Checkbox
              key={right}
              id={`client-portal-${right}`}
              data-testid={`right-${right}`}
              label={t(RIGHTS[right])}
              isChecked={rights.has(right)}
              isDisabled={!may.manage}
              onChange={(_, isGiven) => {
                const now = new Set(rights);
                if (isGiven) now.add(right);
                else now.delete(right);
                setRights(now);
              }}
            />
          ))}
        </FormGroup>
        {may.manage && (
          <div>
            <Button type="submit" data-testid="rights-save" isLoading={busy} isDisabled={busy || !isChanged}>
              {t("save")}
            </Button>{" "}
            <Button variant="link" isDisabled={!isChanged} onClick={reset}>
              {t("revert")}
            </Button>
          </div>
        )}
      </Form>
    </PageSection>
  );
};
