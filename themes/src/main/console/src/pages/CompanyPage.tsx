import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import {
  Alert,
  Button,
  DescriptionList,
  PageSection,
  Spinner,
  Switch,
  Title,
  ToolbarItem,
} from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import { AddContact } from "../parts/AddContact";
import { Ask, type Act } from "../parts/Ask";
import { companyAct } from "../parts/companyActs";
import { ContactsTable } from "../parts/ContactsTable";
import { Described } from "../parts/Described";
import { Evidence } from "../parts/Evidence";
import { accessChoice } from "../parts/filters";
import { FirmNotice } from "../parts/FirmNotice";
import { CompanyLabel, useWhen } from "../parts/labels";
import { ListView } from "../parts/ListView";
import { PortalAddress } from "../parts/PortalAddress";
import { RefusalAlert } from "../parts/RefusalAlert";
import { useList } from "../parts/useList";
import { useLoad } from "../parts/useLoad";
import { to, usePortal } from "../portal";
import type { Company, Contact, Page } from "../rest/rest";

/** One company: whether its portal is open, and who gets in. */
export default function CompanyPage() {
  const { t } = useTranslation();
  const { company: id } = useParams();
  const { rest, realm } = usePortal();
  const company = useLoad(() => rest.get<Company>(`companies/${id}`), [realm, id]);

  if (!company.value) {
    return (
      <PageSection variant="light">
        {company.refusal ? (
          <RefusalAlert refusal={company.refusal} onRetry={company.reload} />
        ) : (
          <Spinner aria-label={t("clientPortalAdminLoading")} />
        )}
      </PageSection>
    );
  }
  return <Shown company={company.value} reload={company.reload} />;
}

const Shown = ({ company, reload }: { company: Company; reload: () => void }) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const when = useWhen();
  const [act, setAct] = useState<Act>();
  return (
    <>
      <ViewHeader titleKey={company.name!} noTranslate badges={[{ text: <CompanyLabel company={company} /> }]} />
      <PageSection variant="light">
        <FirmNotice />
        {!company.enabled && (
          <Alert
            isInline
            variant="warning"
            component="p"
            title={t("clientPortalAdminOrganizationOffHelp")}
            className="pf-v5-u-mb-md"
          />
        )}
        <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: "16ch" }}>
          {company.manage && (
            <Described term={t("clientPortalAdminPortal")}>
              <Switch
                id="client-portal-active"
                data-testid="company-active"
                aria-label={t("clientPortalAdminPortal")}
                label={t("clientPortalAdminActive")}
                labelOff={t("clientPortalAdminInactive")}
                isChecked={!!company.active}
                onChange={() => setAct(companyAct(portal, t, company))}
              />
            </Described>
          )}
          <PortalAddress />
          <Described term={t("alias")}>{company.alias}</Described>
          {company.externalId && (
            <Described term={t("clientPortalAdminExternalId")}>{company.externalId}</Described>
          )}
          <Described term={t("clientPortalAdminLastSignIn")}>
            {when(company.lastSignInAt) || t("clientPortalAdminNobodyYet")}
          </Described>
          {portal.may.allCompanies && (
            <Described term={t("clientPortalAdminInKeycloak")}>
              <Link to={to.organization(portal.realm, company.id!)}>{t("clientPortalAdminToOrganization")}</Link>
            </Described>
          )}
        </DescriptionList>
      </PageSection>
      {portal.may.contacts && <Contacts company={company} reload={reload} />}
      {portal.may.contacts && <Evidence companyId={company.id} />}
      <Ask act={act} onClose={() => setAct(undefined)} onDone={reload} />
    </>
  );
};

const Contacts = ({ company, reload }: { company: Company; reload: () => void }) => {
  const { t } = useTranslation();
  const { realm, rest } = usePortal();
  const [act, setAct] = useState<Act>();
  const [adding, setAdding] = useState(false);
  const list = useList<Contact>(
    (query) => rest.get<Page<Contact>>(`companies/${company.id}/contacts`, query),
    ["search", "state"],
    // A company that was closed or opened changes what becomes of invitations.
    `${realm} ${company.id} ${company.active}`,
  );
  return (
    <PageSection variant="light" className="pf-v5-u-pt-0">
      <Title headingLevel="h2">{t("clientPortalAdminContacts")}</Title>
      <ListView
        list={list}
        search={t("clientPortalAdminSearchContacts")}
        choices={[accessChoice(t)]}
        buttons={
          company.addContacts && (
            <ToolbarItem>
              <Button data-testid="add-contact" onClick={() => setAdding(true)}>
                {t("clientPortalAdminAdd")}
              </Button>
            </ToolbarItem>
          )
        }
        empty={{ title: t("clientPortalAdminNoContacts"), text: t("clientPortalAdminNoContactsText") }}
      >
        <ContactsTable contacts={list.value?.items ?? []} companyIsActive={company.active} onChoose={setAct} />
      </ListView>
      <Ask act={act} onClose={() => setAct(undefined)} onDone={list.reload} />
      {adding && (
        <AddContact
          company={company}
          onClose={() => setAdding(false)}
          onDone={() => {
            list.reload();
            reload();
          }}
        />
      )}
    </PageSection>
  );
};
