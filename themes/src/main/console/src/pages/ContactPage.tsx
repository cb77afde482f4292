import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { Button, DescriptionList, Flex, PageSection, Spinner } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import { Ask, type Act } from "../parts/Ask";
import { contactActs } from "../parts/contactActs";
import { Described } from "../parts/Described";
import { Findings } from "../parts/Findings";
import { FirmRecordSection } from "../parts/FirmRecordSection";
import { Gates } from "../parts/Gates";
import { Invitations } from "../parts/Invitations";
import { AccessLabel, LastInvitation, nameOf } from "../parts/labels";
import { RefusalAlert } from "../parts/RefusalAlert";
import { Rights } from "../parts/Rights";
import { Sessions } from "../parts/Sessions";
import { useLoad } from "../parts/useLoad";
import { to, usePortal } from "../portal";
import type { Company, Contact, Diagnosis } from "../rest/rest";

/** One contact of one company: what keeps them out, what they may do, what the firm knows of them and sent them. */
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
          {portal.may.allContacts && (
            <Described term={t("clientPortalAdminInKeycloak")}>
              <Link to={to.user(portal.realm, contact.userId!)}>{t("clientPortalAdminToUser")}</Link>
            </Described>
          )}
        </DescriptionList>
        <Flex className="pf-v5-u-mt-md">
          {contactActs(portal, t, contact, company.active).map((it) => (
            <Button key={it.name} variant="secondary" isDanger={it.danger} onClick={() => setAct(it)}>
              {it.name}
            </Button>
          ))}
        </Flex>
      </PageSection>
      <Gates contact={contact} company={company} diagnosis={diagnosis} onChoose={setAct} />
      <Findings contact={contact} company={company} diagnosis={diagnosis} onChoose={setAct} />
      <Rights key={`rights ${contact.rights}`} contact={contact} onDone={reload} />
      <FirmRecordSection key={`record ${done}`} contact={contact} onChoose={setAct} />
      <Invitations key={`invitations ${done}`} contact={contact} />
      {portal.may.allContacts && <Sessions key={`sessions ${done}`} contact={contact} onChoose={setAct} />}
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
