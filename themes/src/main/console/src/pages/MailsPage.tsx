import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Label, PageSection, Text, TextContent, type LabelProps } from "@patternfly/react-core";
import { ActionsColumn, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { nameOf, useWhen } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { useList } from "../parts/useList";
import { useLoad } from "../parts/useLoad";
import { to, usePortal, type Portal } from "../portal";
import { Refusal, type Contact, type Mail, type Page, type Query, type WaitingMails } from "../rest/rest";

const STATES: Record<NonNullable<Mail["state"]>, [string, LabelProps["color"]]> = {
  QUEUED: ["clientPortalAdminMailQueued", "blue"],
  SENT: ["clientPortalAdminMailSent", "green"],
  FAILED: ["clientPortalAdminMailFailed", "red"],
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

/** The firm's mails: what waits, what went out, and what failed and can be sent anew. */
export default function MailsPage() {
  const { t } = useTranslation();
  const portal = usePortal();
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  const list = useList<Row>((query) => mails(portal, query), ["state", "kind"], portal.realm);
  const mayManage = ({ contact }: Row) => contact?.manage ?? portal.may.manage;
  const mayRetry = portal.may.mail && !!list.value?.items?.some(mayManage);

  return (
    <>
      <ViewHeader titleKey={t("clientPortalAdminMails")} noTranslate subKey="clientPortalAdminMailsHelp" />
      <PageSection variant="light">
        <Waiting list={list.value} />
        <ListView
          list={list}
          choices={[
            choice("state", t("clientPortalAdminState"), t("clientPortalAdminAllStates"), t, states()),
            choice("kind", t("clientPortalAdminKind"), t("clientPortalAdminAllKinds"), t, KINDS),
          ]}
          empty={{ title: t("clientPortalAdminNoMails"), text: t("clientPortalAdminNoMailsText") }}
        >
          <Table variant="compact" aria-label={t("clientPortalAdminMails")}>
            <Thead>
              <Tr>
                <Th>{t("clientPortalAdminKind")}</Th>
                <Th>{t("clientPortalAdminContact")}</Th>
                <Th>{t("clientPortalAdminState")}</Th>
                <Th>{t("clientPortalAdminQueuedAt")}</Th>
                <Th>{t("clientPortalAdminSentAt")}</Th>
                <Th>{t("clientPortalAdminAttempts")}</Th>
                <Th>{t("clientPortalAdminReason")}</Th>
                {mayRetry && <Th screenReaderText={t("clientPortalAdminActions")} />}
              </Tr>
            </Thead>
            <Tbody>
              {list.value?.items?.map((mail) => (
                <Tr key={mail.id}>
                  <Td dataLabel={t("clientPortalAdminKind")}>{t(KINDS[mail.kind!])}</Td>
                  <Td dataLabel={t("clientPortalAdminContact")}>
                    {mail.contact && (
                      <Link to={to.contact(portal.realm, mail.companyId!, mail.userId!)}>{nameOf(mail.contact)}</Link>
                    )}
                  </Td>
                  <Td dataLabel={t("clientPortalAdminState")}>
                    <Label color={STATES[mail.state!][1]}>{t(STATES[mail.state!][0])}</Label>
                  </Td>
                  <Td dataLabel={t("clientPortalAdminQueuedAt")}>{when(mail.queuedAt)}</Td>
                  <Td dataLabel={t("clientPortalAdminSentAt")}>{when(mail.sentAt)}</Td>
                  <Td dataLabel={t("clientPortalAdminAttempts")}>{mail.attempts}</Td>
                  <Td dataLabel={t("clientPortalAdminReason")}>{mail.reason}</Td>
                  {mayRetry && (
                    <Td isActionCell>
                      {canRetry(mail) && mayManage(mail) && (
                        <ActionsColumn
                          aria-label={t("clientPortalAdminActionsOf", {
                            name: mail.contact ? nameOf(mail.contact) : t(KINDS[mail.kind!]),
                          })}
                          items={[{ title: t("clientPortalAdminRetry"), onClick: () => setAct(retry(portal, t, mail)) }]}
                        />
                      )}
                    </Td>
                  )}
                </Tr>
              ))}
            </Tbody>
          </Table>
        </ListView>
      </PageSection>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
    </>
  );
}

/** How many wait, and for how long: read again whenever the list was. */
const Waiting = ({ list }: { list?: Page<Row> }) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  const when = useWhen();
  const { value } = useLoad(async () => (list ? await rest.get<WaitingMails>("mails/waiting") : undefined), [list]);
  if (!value) return null;
  return (
    <TextContent>
      <Text component="p" data-testid="waiting">
        {value.count
          ? t("clientPortalAdminWaiting", { number: value.count, since: when(value.oldestQueuedAt) })
          : t("clientPortalAdminNothingWaits")}
      </Text>
    </TextContent>
  );
};

/** Mails say only the ids of their contacts: these are asked for by company. */
async function mails({ rest }: Portal, query: Query): Promise<Page<Row>> {
  const page = await rest.get<Page<Mail>>("mails", query);
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

function canRetry({ state, kind }: Mail): boolean {
  return state === "FAILED" && kind !== "LOGIN";
}

function retry({ rest }: Portal, t: TFunction, { id, contact }: Row): Act {
  const values = { name: contact ? nameOf(contact) : "" };
  return {
    name: t("clientPortalAdminRetry"),
    title: t("clientPortalAdminRetryTitle", values),
    consequence: t("clientPortalAdminRetryText", values),
    done: t("clientPortalAdminRetryDone", values),
    run: () => rest.post(`mails/${id}/retry`),
  };
}

function states(): Record<string, string> {
  return Object.fromEntries(Object.entries(STATES).map(([state, [text]]) => [state, text]));
}

function choice(name: string, label: string, all: string, t: TFunction, texts: Record<string, string>) {
  const options = Object.entries(texts).map(([value, text]) => ({ value: value.toLowerCase(), label: t(text) }));
  return { name, label, options: [{ value: "", label: all }, ...options] };
}
