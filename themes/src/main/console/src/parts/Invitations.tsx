import { ProgressStep, ProgressStepper, type ProgressStepProps } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Contact, Invitation, Page } from "../rest/rest";
import { contactPath } from "./contactActs";
import { InvitationLabel, useWhen } from "./labels";
import { ListTable } from "./ListTable";
import { ListView } from "./ListView";
import { reasonWords } from "./mailReasons";
import { Section } from "./Section";
import { useList } from "./useList";

/** Each invitation of the contact, with what became of it step by step. */
export const Invitations = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  const when = useWhen();
  const path = `${contactPath(contact)}/invitations`;
  const list = useList<Invitation>((query) => rest.get<Page<Invitation>>(path, query), [], path);
  return (
    <Section title={t("clientPortalAdminInvitations")} id="invitations">
      <ListView
        list={list}
        empty={{ title: t("clientPortalAdminNeverInvited"), text: t("clientPortalAdminNeverInvitedText") }}
      >
        <ListTable
          label={t("clientPortalAdminInvitations")}
          rows={list.value?.items}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t("clientPortalAdminState"),
              cell: ({ state }) => <InvitationLabel state={state!} />,
              width: 15,
            },
            { label: t("clientPortalAdminCourse"), cell: (invitation) => <Course invitation={invitation} /> },
            { label: t("clientPortalAdminExpiresAt"), cell: ({ expiresAt }) => when(expiresAt), width: 20 },
          ]}
        />
      </ListView>
    </Section>
  );
};

type Step = { text: string; at?: number; more?: string; variant?: ProgressStepProps["variant"] };

const Course = ({ invitation: it }: { invitation: Invitation }) => {
  const { t } = useTranslation();
  const when = useWhen();
  const reason = reasonWords(t, it.reason);
  const failed = it.state === "FAILED" || it.state === "CANCELLED";
  const steps: Step[] = [
    { text: "clientPortalAdminQueuedAt", at: it.queuedAt },
    { text: "clientPortalAdminSentAt", at: it.sentAt, more: failed ? undefined : reason },
    { text: "clientPortalAdminOpenedAt", at: it.openedAt, more: it.openedBy },
    { text: "clientPortalAdminInvitationAccepted", at: it.acceptedAt },
    {
      text: it.state === "SUPERSEDED" ? "clientPortalAdminInvitationSuperseded" : "clientPortalAdminInvitationRevoked",
      at: it.revokedAt,
      variant: "warning",
    },
  ];
  const shown = steps.filter(({ at, more }) => at || more);
  if (it.state === "FAILED") {
    shown.push({ text: "clientPortalAdminInvitationFailed", more: reason, variant: "danger" });
  }
  if (it.state === "CANCELLED") {
    shown.push({ text: "clientPortalAdminInvitationCancelled", more: reason, variant: "warning" });
  }
  return (
    <ProgressStepper isVertical aria-label={t("clientPortalAdminCourse")}>
      {shown.map(({ text, at, more, variant = "success" }) => (
        <ProgressStep
          key={text}
          id={`${it.id}-${text}`}
          titleId={`${it.id}-${text}-title`}
          aria-label={t(text)}
          variant={variant}
          description={[when(at), more].filter(Boolean).join(" · ")}
        >
          {t(text)}
        </ProgressStep>
      ))}
    </ProgressStepper>
  );
};
