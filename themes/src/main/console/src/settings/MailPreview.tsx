import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { Button, FlexItem, Spinner } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { refusalOf, useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { FirmText, MailPreview as Mail, MailSample, Refusal } from "../rest/rest";
import { Frame } from "./Frame";
import { PreviewBar } from "./PreviewBar";
import { useLanguage } from "./useLanguage";
import { usePaused } from "./usePaused";

const VIEWS = {
  phone: "clientPortalAdminPhone",
  desktop: "clientPortalAdminDesktop",
  text: "clientPortalAdminPlainText",
};

/** The mail that contacts get with these words, saved or not. */
export const MailPreview = ({ template, words }: { template: MailSample["template"]; words: FirmText }) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const { rest, realm, may } = usePortal();
  const choice = useLanguage();
  const { language } = choice;
  const [view, setView] = useState("desktop");
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const typed = JSON.stringify(filled(words));
  const sample = (own: string): MailSample => ({ ...(JSON.parse(own) as FirmText), template, language });
  const paused = usePaused(typed);
  const preview = useLoad(
    () => rest.post<Mail>("firm/mails/preview", sample(paused)),
    [realm, template, language, paused],
  );
  const mail = preview.value;

  const send = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await rest.post("firm/mails/test", sample(typed));
      addAlert(t("clientPortalAdminTestDone"));
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <PreviewBar id={`preview-${template}`} choice={choice} views={VIEWS} view={view} onView={setView}>
        {may.settings && (
          <FlexItem>
            <Button
              variant="secondary"
              data-testid="preview-send"
              isLoading={busy}
              isDisabled={busy}
              onClick={send}
            >
              {t("clientPortalAdminTest")}
            </Button>
          </FlexItem>
        )}
      </PreviewBar>
      <RefusalAlert refusal={refusal} onClose={() => setRefusal(undefined)} />
      <RefusalAlert refusal={preview.refusal} onRetry={preview.reload} />
      {!mail && !preview.refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {mail && (
        <>
          <p className="pf-v5-u-mb-sm" data-testid="preview-subject" lang={language}>
            <strong>{mail.subject}</strong>
          </p>
          {view === "text" ? (
            <pre className="client-portal-mail-text" data-testid="preview-plain" lang={language}>
              {mail.text}
            </pre>
          ) : (
            <Frame html={mail.html ?? ""} title={t("clientPortalAdminPreview")} phone={view === "phone"} />
          )}
        </>
      )}
    </>
  );
};

/** An empty field stands for the theme's words. */
function filled({ subject, text }: FirmText): FirmText {
  return { ...(subject && { subject }), ...(text && { text }) };
}
