import { Button, Modal } from "@patternfly/react-core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useBlocker } from "react-router-dom";

/** Asks before something typed is lost: by a link, by the way back, or by closing the window. */
export const Leaving = ({ unsaved }: { unsaved: boolean }) => {
  const { t } = useTranslation();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
  if (blocker.state !== "blocked") return null;
  return (
    <Modal
      className="client-portal-question"
      isOpen
      variant="small"
      title={t("unsavedChangesTitle")}
      titleIconVariant="warning"
      onClose={() => blocker.reset()}
      actions={[
        <Button key="leave" variant="danger" data-testid="leave" onClick={() => blocker.proceed()}>
          {t("clientPortalAdminLeave")}
        </Button>,
        <Button key="stay" variant="link" data-testid="stay" onClick={() => blocker.reset()}>
          {t("clientPortalAdminStay")}
        </Button>,
      ]}
    >
      {t("unsavedChangesConfirm")}
    </Modal>
  );
};
