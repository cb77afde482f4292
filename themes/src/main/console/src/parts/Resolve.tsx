import { Button, List, ListItem, Modal } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Difference, DifferenceAction, Refusal, Resolved } from "../rest/rest";
import { DECISIONS, FIELDS } from "./differences";
import { RefusalAlert } from "./RefusalAlert";
import { refusalOf } from "./useLoad";

const OUTCOMES: Record<string, string> = {
  accepted: "clientPortalAdminOutcomeAccepted",
  ignored: "clientPortalAdminOutcomeIgnored",
  no_difference: "clientPortalAdminProblemNoDifference",
  not_found: "clientPortalAdminProblemNotFound",
  not_allowed: "clientPortalAdminProblemForbidden",
};

type Props = { action: DifferenceAction; differences: Difference[]; onClose: () => void; onDone: () => void };

const MANY: Record<DifferenceAction, string> = {
  ACCEPT: "clientPortalAdminAcceptMany",
  IGNORE: "clientPortalAdminIgnoreMany",
};

/** Accepts or ignores differences at once, and says of each what became of it. */
export const Resolve = ({ action, differences, onClose, onDone }: Props) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  const [chosen] = useState(differences);
  const [resolved, setResolved] = useState<Resolved[]>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  const key = DECISIONS[action];

  const run = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const asked = chosen.map(({ companyId, userId, field }) => ({ companyId, userId, field, action }));
      setResolved((await rest.post<{ differences?: Resolved[] }>("differences", { differences: asked })).differences);
      onDone();
    } catch (error) {
      setRefusal(() => refusalOf(error));
    } finally {
      setBusy(false);
    }
  };
  const outcome = (it: Difference) =>
    resolved?.find((other) => keyOf(other) === keyOf(it))?.outcome ?? "failed";

  return (
    <Modal
      className="client-portal-question"
      isOpen
      variant="medium"
      title={t("clientPortalAdminBulkTitle", { act: t(key), number: chosen.length })}
      onClose={onClose}
      actions={
        resolved
          ? [
              <Button key="close" data-testid="bulk-close" onClick={onClose}>
                {t("clientPortalAdminClose")}
              </Button>,
            ]
          : [
              <Button key="run" data-testid="confirm" isLoading={busy} isDisabled={busy} onClick={run}>
                {t(key)}
              </Button>,
              <Button key="cancel" variant="link" onClick={onClose}>
                {t("cancel")}
              </Button>,
            ]
      }
    >
      <RefusalAlert refusal={refusal} />
      {!resolved && <p className="pf-v5-u-mb-md">{t(MANY[action])}</p>}
      <List isPlain aria-live="polite">
        {chosen.map((it) => (
          <ListItem key={keyOf(it)}>
            <strong>{it.username}</strong> ({it.companyName}), {t(FIELDS[it.field!])}
            {resolved && `: ${t(OUTCOMES[outcome(it)] ?? "clientPortalAdminOutcomeFailed")}`}
          </ListItem>
        ))}
      </List>
    </Modal>
  );
};

export const keyOf = ({ companyId, userId, field }: Resolved | Difference) => `${companyId} ${userId} ${field}`;
