import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Label, PageSection, type LabelProps } from "@patternfly/react-core";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { contactAct } from "../parts/contactActs";
import { nameOf, useWhen } from "../parts/labels";
import { ListTable } from "../parts/ListTable";
import { ListView } from "../parts/ListView";
import { reasonWords } from "../parts/mailReasons";
import { MailCounts } from "../parts/MailCounts";
import { Punctuality } from "../parts/Punctuality";
import { useList } from "../parts/useList";
import { to, usePortal, type Portal } from "../portal";
import { Refusal, type Contact, type Mail, type Page, type Query } from "../rest/rest";

/** A mail that bounced is one that failed: its state is said more exactly. */
const BOUNCED = "BOUNCED";

const STATES: Record<NonNullable<Mail["state"]> | typeof BOUNCED, [string, LabelProps["color"]]> = {
  QUEUED: ["clientPortalAdminMailQueued", "blue"],
  SENT: ["clientPortalAdminMailSent", "green"],
  FAILED: ["clientPortalAdminMailFailed", "red"],
  BOUNCED: ["clientPortalAdminMailBounced", "red"],
  CANCELLED: ["clientPortalAdminMailCancelled", "grey"],
};

const KINDS: Record<NonNullable<Mail["kind"]>, string> = {
  INVITATION: "clientPortalAdminKindInvitation",
  LOGIN: "clientPortalAdminKindLogin",
  TASK_ASSIGNED: "clientPortalAdminKindTask",
  REMINDER: "clientPortalAdminKindReminder",
  DOCUMENT: "clientPortalAdminKindDocument",
  CUSTOM: "clientPortalAdminKindCustom",
};

type Row = Mail & { contact?: Contact };

/** The firm's mails: what waits, what went out, and what failed and can be sent anew; and whether invitations are on time. */
export default function MailsPage() {
  const { t } = useTranslation();
  const portal = usePortal();
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  const list = useList<Row>((query) => mails(portal, query), ["state", "kind"], portal.realm);

  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminMails")} noTranslate subKey="clientPortalAdminMailsHelp" />
      <PageSection variant="light">
        <MailCounts list={list} />
      </PageSection>
      <Punctuality reloadOn={list.value} />
      <PageSection variant="light" className="pf-v5-u-pt-0">
        <ListView
          list={list}
          choices={[
            choice("state", t("clientPortalAdminState"), t("clientPortalAdminAllStates"), t, states()),
            choice("kind", t("clientPortalAdminKind"), t("clientPortalAdminAllKinds"), t, KINDS),
          ]}
          empty={{ title: t("clientPortalAdminNoMails"), text: t("clientPortalAdminNoMailsText") }}
        >
          <ListTable
            label={t("clientPortalAdminMails")}
            rows={list.value?.items}
            keyOf={({ id }) => id}
            columns={[
              { label: t("clientPortalAdminKind"), cell: ({ kind }) => t(KINDS[kind!]) },
              {
                label: t("clientPortalAdminContact"),
                cell: ({ contact, companyId, userId }) =>
                  contact && <Link to={to.contact(portal.realm, companyId!, userId!)}>{nameOf(contact)}</Link>,
              },
              { label: t("clientPortalAdminState"), cell: (mail) => <StateLabel mail={mail} /> },
              { label: t("clientPortalAdminQueuedAt"), cell: ({ queuedAt }) => when(queuedAt) },
              { label: t("clientPortalAdminSentAt"), cell: ({ sentAt }) => when(sentAt) },
              { label: t("clientPortalAdminAttempts"), cell: ({ attempts }) => attempts },
              {
                label: t("clientPortalAdminReason"),
                cell: ({ reason }) => reasonWords(t, reason),
                modifier: "breakWord",
              },
            ]}
            menu={{
              nameOf: ({ contact, kind }) => (contact ? nameOf(contact) : t(KINDS[kind!])),
              acts: (mail) => [retry(portal, t, mail), revoke(portal, t, mail)].filter((act) => !!act),
              onChoose: setAct,
            }}
          />
        </ListView>
      </PageSection>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
    </>
  );
}

const StateLabel = ({ mail }: { mail: Mail }) => {
  const { t } = useTranslation();
  const [text, color] = STATES[mail.bounced ? BOUNCED : mail.state!];
  return <Label color={color}>{t(text)}</Label>;
};

/** Mails say only the ids of their contacts: these are asked for by company. */
async function mails({ rest }: Portal, query: Query): Promise<Page<Row>> {
  const asked = query.state === BOUNCED.toLowerCase() ? { ...query, state: "", bounced: "true" } : query;
  const page = await rest.get<Page<Mail>>("mails", asked);
  const known = (page.items ?? []).filter((mail) => mail.companyId && mail.userId);
  const found = await Promise.all(
    [...new Set(known.map((mail) => mail.companyId))].map((company) =>
      rest
        .post<{ contacts?: Contact[] }>(`companies/${company}/contacts/find`, {
          keys: [...new Set(known.filter((mail) => mail.companyId === company).map((mail) => mail.userId))],
        })
        .then(({ contacts }) => contacts ?? [])
        // A company that is gone, or not the admin's to see: the mail is shown without a name.
        .catch((error) => {
          if (error instanceof Refusal) return [];
          throw error;
        }),
    ),
  );
  const contacts = found.flat();
  return {
    ...page,
    items: page.items?.map((mail) => ({
      ...mail,
      contact: contacts.find((it) => it.userId === mail.userId && it.companyId === mail.companyId),
    })),
  };
}

function mayManage({ may }: Portal, { contact }: Row): boolean {
  return contact?.manage ?? may.manage;
}

function retry(portal: Portal, t: TFunction, mail: Row): Act | undefined {
  const { id, state, kind, contact } = mail;
  if (state !== "FAILED" || kind === "LOGIN" || !portal.may.mail || !mayManage(portal, mail)) return undefined;
  const values = { name: contact ? nameOf(contact) : "" };
  return {
    name: t("clientPortalAdminRetry"),
    title: t("clientPortalAdminRetryTitle", values),
    consequence: t("clientPortalAdminRetryText", values),
    done: t("clientPortalAdminRetryDone", values),
    run: () => portal.rest.post(`mails/${id}/retry`),
  };
}

/** Of the contact's last invitation alone: a link of an earlier one has ended. */
function revoke(portal: Portal, t: TFunction, { link, state, sentAt, contact }: Row): Act | undefined {
  const isLast = state === "QUEUED" ? contact?.invitationState === "QUEUED" : sentAt === contact?.invitationSentAt;
  if (!contact || link !== "INVITATION" || !isLast) return undefined;
  return contactAct(portal, t, contact, "revoke");
}

function states(): Record<string, string> {
  return Object.fromEntries(Object.entries(STATES).map(([state, [text]]) => [state, text]));
}

function choice(name: string, label: string, all: string, t: TFunction, texts: Record<string, string>) {
  const options = Object.entries(texts).map(([value, text]) => ({ value: value.toLowerCase(), label: t(text) }));
  return { name, label, options: [{ value: "", label: all }, ...options] };
}
