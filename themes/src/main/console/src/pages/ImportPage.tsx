import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { ActionList, ActionListItem, Alert, Button, PageSection, Progress, Spinner } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router-dom";
import { ConnectorsRefusal } from "../imports/ConnectorsRefusal";
import { ErrorTable } from "../imports/ErrorTable";
import { ImportLabel } from "../imports/ImportLabel";
import { Plan } from "../imports/Plan";
import { Results } from "../imports/Results";
import type { ConnectorsAt } from "../imports/useConnectors";
import { WithConnectors } from "../imports/WithConnectors";
import { Ask, type Act } from "../parts/Ask";
import { useWhen } from "../parts/labels";
import { LookFailed } from "../parts/LookFailed";
import { refusalOf } from "../parts/useLoad";
import { useWatch, type Watched } from "../parts/useWatch";
import type { Import, Refusal } from "../rest/rest";

const GOING_ON: Import["state"][] = ["uploading", "planning", "checking", "filling", "running"];

/** One file: what would come of it, the button that does it, and how far it is. It goes on whether or not anybody looks. */
export default function ImportPage() {
  return <WithConnectors>{(connectors) => <Read connectors={connectors} />}</WithConnectors>;
}

const Read = ({ connectors }: { connectors: ConnectorsAt }) => {
  const { t } = useTranslation();
  const { id } = useParams();
  const read = useWatch(
    () => connectors.rest.get<Import>(`imports/${id}`),
    ({ state }) => GOING_ON.includes(state),
    [connectors, id],
  );

  if (read.value) return <Shown connectors={connectors} of={read.value} watched={read} />;
  return (
    <PageSection variant="light">
      <ConnectorsRefusal refusal={read.refusal} url={connectors.url} onRetry={read.reload} />
      {!read.refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
    </PageSection>
  );
};

type ShownProps = { connectors: ConnectorsAt; of: Import; watched: Watched<Import> };

const Shown = ({ connectors, of, watched }: ShownProps) => {
  const { t } = useTranslation();
  const { rest, url } = connectors;
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  const [refusal, setRefusal] = useState<Refusal>();
  const { plan, job, problem } = of;
  const { reload } = watched;

  const commit: Act = {
    name: t("clientPortalAdminImportCommit"),
    title: t("clientPortalAdminImportCommitTitle"),
    consequence: t("clientPortalAdminImportCommitText", {
      projects: plan?.projects.create,
      invitations: plan?.mails.invitations,
      notices: plan?.mails.notices,
    }),
    done: t("clientPortalAdminImportCommitDone"),
    // A plan that no longer holds was made anew: it is to be seen behind the question.
    run: () => rest.post(`imports/${of.id}/commit`, { plan: plan?.hash }).finally(reload),
  };
  const cancel: Act = {
    name: t("clientPortalAdminImportStop"),
    title: t("clientPortalAdminImportStopTitle"),
    consequence: t("clientPortalAdminImportStopText"),
    done: t("clientPortalAdminImportStopDone"),
    danger: true,
    run: () => rest.post(`imports/${of.id}/cancel`).finally(reload),
  };
  const download = () =>
    rest.download(`imports/${of.id}/errors.csv`).catch((error) => setRefusal(() => refusalOf(error)));
  const isPlanned = of.state === "planned";
  const mayStop = isPlanned || (GOING_ON.includes(of.state) && of.state !== "uploading");

  return (
    <>
      <ViewHeader
        titleKey={of.fileName ?? t("clientPortalAdminImportOf", { when: when(of.createdAt) })}
        noTranslate
        badges={[{ text: <ImportLabel state={of.state} /> }]}
      />
      <PageSection variant="light">
        <ConnectorsRefusal refusal={refusal} url={url} />
        <LookFailed watched={watched} />
        {problem && (
          <Alert isInline variant="danger" component="p" title={problem.detail} data-testid="import-unreadable">
            {t("clientPortalAdminImportAtLine", { line: problem.line })} {problem.hint}
          </Alert>
        )}
        <How of={of} />
        {mayStop && (
          <ActionList className="pf-v5-u-mt-md">
            {isPlanned && (
              <ActionListItem>
                <Button
                  data-testid="import-commit"
                  isDisabled={!plan?.projects.create && !plan?.projects.there}
                  onClick={() => setAct(commit)}
                >
                  {commit.name}
                </Button>
              </ActionListItem>
            )}
            {mayStop && (
              <ActionListItem>
                <Button variant="secondary" isDanger data-testid="import-stop" onClick={() => setAct(cancel)}>
                  {cancel.name}
                </Button>
              </ActionListItem>
            )}
          </ActionList>
        )}
      </PageSection>
      {job && <Results connectors={connectors} job={job} />}
      {plan && !job && <Plan plan={plan} />}
      {plan && <ErrorTable connectors={connectors} of={of} onDownload={download} />}
      {plan && job && <Plan plan={plan} />}
      <Ask act={act} onClose={() => setAct(undefined)} onDone={reload} />
    </>
  );
};

/** How far it is, as long as it goes on, and how it ended. */
const How = ({ of: { state, progress, job } }: { of: Import }) => {
  const { t } = useTranslation();
  if (job) {
    const settled = job.total - (job.remaining ?? 0);
    return (
      <>
        <Progress
          data-testid="import-progress"
          aria-label={t("clientPortalAdminImport")}
          title={t("clientPortalAdminImportCounts", { done: job.done, total: job.total })}
          value={(100 * settled) / (job.total || 1)}
          variant={state === "done" ? (job.done === job.total ? "success" : "warning") : undefined}
        />
        {state === "running" && (
          <p className="pf-v5-u-mt-sm">
            {t("clientPortalAdminImportPace", { rate: job.perSecond })}{" "}
            {job.remainingSeconds !== undefined && t("clientPortalAdminImportLeft", { seconds: job.remainingSeconds })}{" "}
            {t("clientPortalAdminOpeningGoesOn")}
          </p>
        )}
      </>
    );
  }
  if (!progress) return null;
  return (
    <Progress
      data-testid="import-reading"
      aria-label={t("clientPortalAdminImportPlanning")}
      title={t("clientPortalAdminImportRowsRead", { rows: progress.rowsRead })}
      value={progress.rows ? (100 * (progress.rowsRead ?? 0)) / progress.rows : 0}
    />
  );
};
