import { Button, List, ListItem, Modal, Progress } from "@patternfly/react-core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemDetail } from "./problemWords";
import { words } from "./RefusalAlert";
import { refusalOf } from "./useLoad";

/** What is done for one of many. */
export type Work = {
  key: string;
  /** Whom or what it is done for. */
  name: string;
  /** Where that belongs to. */
  of?: string;
  run: () => Promise<unknown>;
};

type Props = {
  /** The name of the button. */
  name: string;
  /** What will happen. */
  text: string;
  danger?: boolean;
  works: Work[];
  /** Said of each that was done. Without it only those that were refused are listed. */
  done?: string;
  onClose: () => void;
  onDone: () => void;
};

type Result = { why: string; trace?: string };

/** Does one thing for each of many, one after the other; says of each that was refused why. */
export const Bulk = ({ name, text, danger, works, done, onClose, onDone }: Props) => {
  const { t } = useTranslation();
  const [chosen] = useState(works);
  const [results, setResults] = useState<Map<string, Result>>();
  const stopped = useRef(false);
  const tried = results?.size ?? 0;
  const refused = [...(results?.values() ?? [])].filter(({ trace }) => trace).length;
  const ended = tried === chosen.length;

  const attempt = async (work: Work): Promise<Result> => {
    try {
      await work.run();
      return { why: done ?? "" };
    } catch (error) {
      const refusal = refusalOf(error);
      return { why: [words(t, refusal), problemDetail(refusal.problem)].filter(Boolean).join(" "), trace: refusal.trace };
    }
  };
  const run = async () => {
    setResults(new Map());
    for (const work of chosen) {
      if (stopped.current) break;
      const result = await attempt(work);
      setResults((before) => new Map(before).set(work.key, result));
    }
    onDone();
  };
  const close = () => {
    stopped.current = true;
    onClose();
  };

  return (
    <Modal
      className="client-portal-question"
      isOpen
      variant="medium"
      title={t("clientPortalAdminBulkTitle", { act: name, number: chosen.length })}
      titleIconVariant={danger ? "warning" : undefined}
      onClose={close}
      actions={
        results
          ? [
              <Button key="close" data-testid="bulk-close" onClick={close}>
                {t(ended ? "clientPortalAdminClose" : "clientPortalAdminStop")}
              </Button>,
            ]
          : [
              <Button key="run" data-testid="confirm" variant={danger ? "danger" : "primary"} onClick={run}>
                {name}
              </Button>,
              <Button key="cancel" variant="link" onClick={close}>
                {t("cancel")}
              </Button>,
            ]
      }
    >
      {results ? (
        <Progress
          aria-label={name}
          title={t("clientPortalAdminBulkDone", { done: tried - refused, failed: refused })}
          value={(100 * tried) / chosen.length}
          variant={ended ? (refused > 0 ? "warning" : "success") : undefined}
          data-testid="bulk-progress"
        />
      ) : (
        text
      )}
      <List isPlain className="pf-v5-u-mt-md" aria-live="polite">
        {chosen
          .filter(({ key }) => done || results?.get(key)?.trace)
          .map(({ key, name: who, of }) => (
            <ListItem key={key}>
              <strong>{who}</strong>
              {of && ` (${of})`} <Outcome result={results?.get(key)} />
            </ListItem>
          ))}
      </List>
    </Modal>
  );
};

const Outcome = ({ result }: { result?: Result }) => {
  const { t } = useTranslation();
  if (!result) return null;
  return (
    <>
      {result.why}{" "}
      {result.trace && (
        <small>
          {t("clientPortalAdminTrace")} {result.trace}
        </small>
      )}
    </>
  );
};
