import { Button, List, ListItem, Modal, Progress } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Contact } from "../rest/rest";
import { perform, type ActName } from "./contactActs";
import { nameOf } from "./labels";
import { words } from "./RefusalAlert";
import { refusalOf } from "./useLoad";

const WORDS: Partial<Record<ActName, [name: string, text: string]>> = {
  invite: ["clientPortalAdminInvite", "clientPortalAdminBulkInvite"],
  enable: ["clientPortalAdminEnable", "clientPortalAdminBulkEnable"],
  disable: ["clientPortalAdminDisable", "clientPortalAdminBulkDisable"],
  block: ["clientPortalAdminBlock", "clientPortalAdminBulkBlock"],
};

type Failed = { contact: Contact; why: string; trace: string };

/** Does one thing for each of many contacts, one after the other; says of each who was refused, and why. */
export const Bulk = ({
  name,
  contacts,
  onClose,
  onDone,
}: {
  name: ActName;
  contacts: Contact[];
  onClose: () => void;
  onDone: () => void;
}) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const [chosen] = useState(contacts);
  const [tried, setTried] = useState<number>();
  const [failed, setFailed] = useState<Failed[]>([]);
  const stopped = useRef(false);
  const [button, text] = WORDS[name]!;
  const ended = tried === chosen.length;
  const danger = name === "disable" || name === "block";

  const run = async () => {
    setTried(0);
    for (const contact of chosen) {
      if (stopped.current) break;
      try {
        await perform(portal, contact, name);
      } catch (error) {
        const refusal = refusalOf(error);
        setFailed((before) => [...before, { contact, why: words(t, refusal), trace: refusal.trace }]);
      }
      setTried((before) => (before ?? 0) + 1);
    }
    onDone();
  };
  const close = () => {
    stopped.current = true;
    onClose();
  };

  return (
    <Modal
      isOpen
      variant="medium"
      title={t("clientPortalAdminBulkTitle", { act: t(button), number: chosen.length })}
      titleIconVariant={danger ? "warning" : undefined}
      onClose={close}
      actions={
        tried === undefined
          ? [
              <Button key="run" data-testid="confirm" variant={danger ? "danger" : "primary"} onClick={run}>
                {t(button)}
              </Button>,
              <Button key="cancel" variant="link" onClick={close}>
                {t("cancel")}
              </Button>,
            ]
          : [
              <Button key="close" data-testid="bulk-close" onClick={close}>
                {t(ended ? "clientPortalAdminClose" : "clientPortalAdminStop")}
              </Button>,
            ]
      }
    >
      {tried === undefined ? (
        t(text)
      ) : (
        <>
          <Progress
            aria-label={t(button)}
            title={t("clientPortalAdminBulkDone", { done: tried - failed.length, failed: failed.length })}
            value={(100 * tried) / chosen.length}
            variant={ended ? (failed.length > 0 ? "warning" : "success") : undefined}
            data-testid="bulk-progress"
          />
          <List isPlain className="pf-v5-u-mt-md" aria-live="polite">
            {failed.map(({ contact, why, trace }) => (
              <ListItem key={`${contact.companyId} ${contact.userId}`}>
                <strong>{nameOf(contact)}</strong> ({contact.companyName}): {why}{" "}
                <small>
                  {t("clientPortalAdminTrace")} {trace}
                </small>
              </ListItem>
            ))}
          </List>
        </>
      )}
    </Modal>
  );
};
