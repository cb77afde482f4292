import { PageSection } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router-dom";
import { useLoad } from "../parts/useLoad";
import { to, usePortal } from "../portal";

/** Stands above Keycloak's page of an organization. */
export const CompanyLink = () => {
  const { t } = useTranslation();
  const { id } = useParams();
  const { realm, may } = usePortal();
  if (!may.allCompanies) return null;
  return <LinkToOurs address={to.company(realm, id!)} text={t("clientPortalAdminToCompany")} />;
};

/** Stands above Keycloak's page of a user; leads to each company that they are a contact of. */
export const ContactsLink = () => {
  const { t } = useTranslation();
  const { id } = useParams();
  const { realm, rest, may } = usePortal();
  const shown = may.contacts && may.allContacts;
  const { value } = useLoad(
    async () => (shown ? await rest.keycloak<{ email?: string; username?: string }>(`users/${id}`) : undefined),
    [realm, id, shown],
  );
  const search = value?.email ?? value?.username;
  if (!search) return null;
  return <LinkToOurs address={to.contacts(realm, search)} text={t("clientPortalAdminToContacts")} />;
};

const LinkToOurs = ({ address, text }: { address: string; text: string }) => (
  <PageSection variant="light" className="pf-v5-u-pb-0">
    <Link to={address} data-testid="to-client-portal">
      {text}
    </Link>
  </PageSection>
);
