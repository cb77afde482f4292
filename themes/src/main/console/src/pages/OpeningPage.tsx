import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Button, PageSection, Progress, Spinner, ToolbarItem } from "@patternfly/react-core";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { useWhen } from "../parts/labels";
import { ListTable } from "../parts/ListTable";
import { ListView } from "../parts/ListView";
import { LookFailed } from "../parts/LookFailed";
import { OpeningLabel } from "../parts/OpeningLabel";
import { outcome } from "../parts/outcomes";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useList } from "../parts/useList";
import { refusalOf } from "../parts/useLoad";
import { useWatch, type Watched } from "../parts/useWatch";
import { to, usePortal } from "../portal";
import type { Opening, OpeningRow, Page, Refusal } from "../rest/rest";

/** An opening of many companies: how far it is, and what became of each. It goes on whether or not anybody looks. */
export default function OpeningPage() {
  const { t } = useTranslation();
  const { opening: id } = useParams();
  const { rest, realm } = usePortal();
  const read = useWatch(
    () => rest.get<Opening>(`openings/${id}`),
    (opening) => !opening.finishedAt && !opening.cancelledAt,
    [realm, id],
  );

  if (!read.value) {
    return (
      <PageSection variant="light">
        {read.refusal ? (
          <RefusalAlert refusal={read.refusal} onRetry={read.reload} />
        ) : (
          <Spinner aria-label={t("clientPortalAdminLoading")} />
        )}
      </PageSection>
    );
  }
  return <Shown opening={read.value} watched={read} />;
}

const Shown = ({ opening, watched }: { opening: Opening; watched: Watched<Opening> }) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  const [refusal, setRefusal] = useState<Refusal>();
  const ended = !!opening.finishedAt || !!opening.cancelledAt;

  const cancel: Act = {
    name: t("clientPortalAdminOpeningStop"),
    title: t("clientPortalAdminOpeningStopTitle"),
    consequence: t("clientPortalAdminOpeningStopText"),
    done: t("clientPortalAdminOpeningStopDone"),
    danger: true,
    run: () => rest.post(`openings/${opening.id}/cancel`),
  };
  const download = () => rest.download(`openings/${opening.id}/rows.csv`).catch((error) => setRefusal(() => refusalOf(error)));

  return (
    <>
      <ViewHeader
        titleKey={t("clientPortalAdminOpeningOf", { when: when(opening.startedAt) })}
        noTranslate
        badges={[{ text: <OpeningLabel opening={opening} /> }]}
      />
      <PageSection variant="light">
        <RefusalAlert refusal={refusal} />
        <LookFailed watched={watched} />
        <Progress
          data-testid="opening-progress"
          aria-label={t("clientPortalAdminOpenings")}
          title={t("clientPortalAdminOpeningDone", { done: opening.done, companies: opening.companies })}
          value={(100 * (opening.done ?? 0)) / (opening.companies || 1)}
          variant={opening.finishedAt ? "success" : opening.cancelledAt ? "warning" : undefined}
        />
        {!ended && <p className="pf-v5-u-mt-sm">{t("clientPortalAdminOpeningGoesOn")}</p>}
      </PageSection>
      <Rows
        opening={opening}
        buttons={
          <>
            <ToolbarItem>
              <Button variant="secondary" data-testid="opening-download" onClick={download}>
                {t("clientPortalAdminDownloadResult")}
              </Button>
            </ToolbarItem>
            {!ended && (
              <ToolbarItem>
                <Button variant="secondary" isDanger data-testid="opening-stop" onClick={() => setAct(cancel)}>
                  {cancel.name}
                </Button>
              </ToolbarItem>
            )}
          </>
        }
      />
      <Ask act={act} onClose={() => setAct(undefined)} onDone={watched.reload} />
    </>
  );
};

const Rows = ({ opening, buttons }: { opening: Opening; buttons: ReactNode }) => {
  const { t } = useTranslation();
  const { realm, rest } = usePortal();
  const path = `openings/${opening.id}/rows`;
  const list = useList<OpeningRow>((query) => rest.get<Page<OpeningRow>>(path, query), [], `${path} ${opening.done}`);
  return (
    <PageSection variant="light" className="pf-v5-u-pt-0">
      <ListView list={list} buttons={buttons} empty={{ title: t("clientPortalAdminLoading"), text: "" }}>
        <ListTable
          label={t("clientPortalAdminOpeningRows")}
          rows={list.value?.items}
          keyOf={({ company, user }) => `${company} ${user}`}
          columns={[
            {
              label: t("clientPortalAdminCompany"),
              cell: ({ company, companyName }) =>
                companyName ? <Link to={to.company(realm, company!)}>{companyName}</Link> : company,
            },
            {
              label: t("clientPortalAdminContact"),
              cell: ({ company, user, email, username }) =>
                user && <Link to={to.contact(realm, company!, user)}>{email ?? username ?? user}</Link>,
            },
            {
              label: t("clientPortalAdminResult"),
              cell: (row) => (row.outcome ? outcome(t, row.outcome) : t("clientPortalAdminOutcomeWaits")),
            },
            {
              label: t("clientPortalAdminKindInvitation"),
              cell: ({ invitation }) => invitation && outcome(t, invitation),
            },
          ]}
        />
      </ListView>
    </PageSection>
  );
};
