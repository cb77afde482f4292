import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { PageSection, Spinner } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { Firm } from "../rest/rest";
import { Activation } from "../settings/Activation";
import { Automation } from "../settings/Automation";
import { FirmFields } from "../settings/FirmFields";
import { Languages } from "../settings/Languages";
import { Leaving } from "../settings/Leaving";
import { Limits } from "../settings/Limits";
import { MailWords } from "../settings/MailWords";
import { useFirmForm } from "../settings/useFirmForm";

/** The firm: whether its portal is open, how it is found and looks, what its mails say, in which languages and how often. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const { rest, realm } = usePortal();
  const firm = useLoad(() => rest.get<Firm>("firm"), [realm]);
  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminSettings")} noTranslate subKey="clientPortalAdminSettingsHelp" />
      {firm.value ? (
        <Shown read={firm.value} />
      ) : (
        <PageSection variant="light">
          {firm.refusal ? (
            <RefusalAlert refusal={firm.refusal} onRetry={firm.reload} />
          ) : (
            <Spinner aria-label={t("clientPortalAdminLoading")} />
          )}
        </PageSection>
      )}
    </>
  );
}

const Shown = ({ read }: { read: Firm }) => {
  const { may } = usePortal();
  const form = useFirmForm(read);
  const [words, setWords] = useState<Record<string, boolean>>({});
  const note = useCallback(
    (kind: string, isChanged: boolean) => setWords((before) => ({ ...before, [kind]: isChanged })),
    [],
  );
  return (
    <>
      <Activation firm={form.saved} onDone={form.refresh} />
      <FirmFields form={form} />
      <MailWords onChange={note} />
      <Languages />
      <Limits />
      {may.clients && <Automation />}
      <Leaving unsaved={form.isChanged || Object.values(words).some(Boolean)} />
    </>
  );
};
