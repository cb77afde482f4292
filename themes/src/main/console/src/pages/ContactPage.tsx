import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import {
  Alert,
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Flex,
  PageSection,
  Spinner,
  Title,
} from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { contactActs, contactPath } from "../parts/contactActs";
import { AccessLabel, InvitationLabel, LastInvitation, nameOf, useWhen } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useList } from "../parts/useList";
import { useLoad } from "../parts/useLoad";
import { to, usePortal } from "../portal";
import type { Company, Contact, Diagnosis, Invitation, Page } from "../rest/rest";

const SEVERITY = { error: "danger", warning: "warning", info: "info" } as const;

/** One contact of one company: what keeps them out, and what became of each invitation. */
export default function ContactPage() {
  const { t } = useTranslation();
  const { company, user } = useParams();
  const { rest, realm } = usePortal();
  const path = `companies/${company}/contacts/${user}`;
  const read = useLoad(
    async () => ({
      contact: await rest.get<Contact>(path),
      company: await rest.get<Company>(`companies/${company}`),
      diagnosis: await rest.get<Diagnosis>(`${path}/diagnosis`),
    }),
    [realm, path],
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
  return <Shown {...read.value} reload={read.reload} />;
}

type Props = { contact: Contact; company: Company; diagnosis: Diagnosis; reload: () => void };

const Shown = ({ contact, company, diagnosis, reload }: Props) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const [act, setAct] = useState<Act>();
  const [done, setDone] = useState(0);
  return (
    <>
      <ViewHeader titleKey={nameOf(contact)} noTranslate badges={[{ text: <AccessLabel contact={contact} /> }]} />
      <PageSection variant="light">
        <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: "16ch" }}>
          <Described term={t("clientPortalAdminCompany")}>
            <Link to={to.company(portal.realm, company.id!)}>{company.name}</Link>
          </Described>
          <Described term={t("email")}>{contact.email}</Described>
          <Described term={t("clientPortalAdminLastInvitation")}>
            <LastInvitation contact={contact} />
          </Described>
        </DescriptionList>
        <Flex className="pf-v5-u-mt-md">
          {contactActs(portal, t, contact, company.active).map((it) => (
            <Button key={it.name} variant="secondary" isDanger={it.danger} onClick={() => setAct(it)}>
              {it.name}
            </Button>
          ))}
        </Flex>
      </PageSection>
      <Findings diagnosis={diagnosis} />
      <Invitations key={done} contact={contact} />
      <Ask
        act={act}
        onClose={() => setAct(undefined)}
        onDone={() => {
          reload();
          setDone(done + 1);
        }}
      />
    </>
  );
};

const Findings = ({ diagnosis }: { diagnosis: Diagnosis }) => {
  const { t } = useTranslation();
  return (
    <PageSection variant="light" className="pf-v5-u-pt-0" data-testid="diagnosis">
      <Title headingLevel="h2" className="pf-v5-u-mb-md">
        {t("clientPortalAdminWhy")}
      </Title>
      <Alert
        isInline
        component="p"
        variant={diagnosis.open ? "success" : "danger"}
        title={t(diagnosis.open ? "clientPortalAdminWhyOpen" : "clientPortalAdminWhyClosed")}
        className="pf-v5-u-mb-sm"
      />
      {diagnosis.findings?.map(({ code, severity, message, fix }) => (
        <Alert
          key={code}
          isInline
          isPlain
          component="p"
          variant={SEVERITY[severity as keyof typeof SEVERITY] ?? "info"}
          title={message}
          className="pf-v5-u-mb-sm"
        >
          {fix}
        </Alert>
      ))}
    </PageSection>
  );
};

const Invitations = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  const when = useWhen();
  const path = `${contactPath(contact)}/invitations`;
  const list = useList<Invitation>((query) => rest.get<Page<Invitation>>(path, query), [], path);
  return (
    <PageSection variant="light" className="pf-v5-u-pt-0">
      <Title headingLevel="h2">{t("clientPortalAdminInvitations")}</Title>
      <ListView
        list={list}
        empty={{ title: t("clientPortalAdminNeverInvited"), text: t("clientPortalAdminNeverInvitedText") }}
      >
        <Table variant="compact" aria-label={t("clientPortalAdminInvitations")}>
          <Thead>
            <Tr>
              <Th>{t("clientPortalAdminState")}</Th>
              <Th>{t("clientPortalAdminQueuedAt")}</Th>
              <Th>{t("clientPortalAdminSentAt")}</Th>
              <Th>{t("clientPortalAdminExpiresAt")}</Th>
              <Th>{t("clientPortalAdminOpenedAt")}</Th>
              <Th>{t("clientPortalAdminReason")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.value?.items?.map((invitation) => (
              <Tr key={invitation.id}>
                <Td dataLabel={t("clientPortalAdminState")}>
                  <InvitationLabel state={invitation.state!} />
                </Td>
                <Td dataLabel={t("clientPortalAdminQueuedAt")}>{when(invitation.queuedAt)}</Td>
                <Td dataLabel={t("clientPortalAdminSentAt")}>{when(invitation.sentAt)}</Td>
                <Td dataLabel={t("clientPortalAdminExpiresAt")}>{when(invitation.expiresAt)}</Td>
                <Td dataLabel={t("clientPortalAdminOpenedAt")}>
                  {when(invitation.openedAt)} {invitation.openedBy}
                </Td>
                <Td dataLabel={t("clientPortalAdminReason")}>{invitation.reason}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </ListView>
    </PageSection>
  );
};

const Described = ({ term, children }: { term: string; children: ReactNode }) => (
  <DescriptionListGroup>
    <DescriptionListTerm>{term}</DescriptionListTerm>
    <DescriptionListDescription>{children}</DescriptionListDescription>
  </DescriptionListGroup>
);
