import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { Button, Modal } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../rest/rest";
import { RefusalAlert } from "./RefusalAlert";
import { refusalOf } from "./useLoad";

/** Something that changes who gets in: it says before what will happen, and after that it did. */
export type Act = {
  /** The name of the button, and of the entry of the menu. */
  name: string;
  title: string;
  /** What will happen, for the admin who has not done it before. */
  consequence: string;
  done: string;
  danger?: boolean;
  run: () => Promise<unknown>;
};

/** Asks before it is done; a refusal is shown where the button was pressed. */
export const Ask = ({ act, onClose, onDone }: { act?: Act; onClose: () => void; onDone: () => void }) => {
  const { t } = useTranslation();
  const { addAlert } = useAlerts();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  if (!act) return null;

  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const run = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await act.run();
      addAlert(act.done);
      onDone();
      close();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      className="client-portal-question"
      isOpen
      variant="small"
      title={act.title}
      titleIconVariant={act.danger ? "warning" : undefined}
      onClose={close}
      actions={[
        <Button
          key="run"
          data-testid="confirm"
          variant={act.danger ? "danger" : "primary"}
          isLoading={busy}
          isDisabled={busy}
          onClick={run}
        >
          {act.name}
        </Button>,
        <Button key="cancel" data-testid="cancel" variant="link" onClick={close}>
          {t("cancel")}
        </Button>,
      ]}
    >
      <RefusalAlert refusal={refusal} />
      {act.consequence}
    </Modal>
  );
};
