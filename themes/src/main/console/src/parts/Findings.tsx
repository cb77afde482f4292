import { Alert, Button } from "@patternfly/react-core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import { to, usePortal, type Portal } from "../portal";
import type { Company, Contact, Diagnosis } from "../rest/rest";
import type { Act } from "./Ask";
import { companyAct } from "./companyActs";
import { contactAct, type ActName } from "./contactActs";
import { useFindingWords } from "./findingWords";
import { activateFirm } from "./firmActs";
import { Section } from "./Section";

const SEVERITY = { error: "danger", warning: "warning", info: "info" } as const;

/** What about the contact mends which finding. */
const MENDS: Record<string, ActName> = {
  contact_blocked: "unblock",
  contact_not_enabled: "enable",
  invitation_not_accepted: "invite",
  invitation_failed: "invite",
  invitation_cancelled: "invite",
  invitation_expired: "invite",
  invitation_revoked: "invite",
  address_bounced: "invite",
};
/** What is mended on a page of Keycloak's own. */
const OF_USER = ["user_disabled", "no_valid_address", "required_actions", "address_bounced"];
const OF_ORGANIZATION = ["organization_disabled", "not_a_member"];

type Props = { contact: Contact; company: Company; diagnosis: Diagnosis; onChoose: (act: Act) => void };

/** Why the contact cannot log in, each with what mends it, where the admin may. */
export const Findings = ({ contact, company, diagnosis, onChoose }: Props) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const { realm, may } = portal;
  const words = useFindingWords();
  return (
    <Section title={t("clientPortalAdminWhy")} id="diagnosis">
      <Alert
        isInline
        component="p"
        variant={diagnosis.open ? "success" : "danger"}
        title={t(diagnosis.open ? "clientPortalAdminWhyOpen" : "clientPortalAdminWhyClosed")}
        className="pf-v5-u-mb-sm"
      />
      {diagnosis.findings?.map((finding) => {
        const { code, severity } = finding;
        const { text, fix } = words(finding);
        const act = mend(portal, t, contact, company, code!);
        return (
          <Alert
            key={code}
            isInline
            isPlain
            component="p"
            variant={SEVERITY[severity as keyof typeof SEVERITY] ?? "info"}
            title={text}
            className="pf-v5-u-mb-sm"
            data-testid={`finding-${code}`}
            actionLinks={
              <>
                {act && (
                  <Button variant="link" isInline onClick={() => onChoose(act)}>
                    {act.name}
                  </Button>
                )}
                {OF_USER.includes(code!) && may.allContacts && (
                  <Link to={to.user(realm, contact.userId!)}>{t("clientPortalAdminToUser")}</Link>
                )}
                {OF_ORGANIZATION.includes(code!) && may.allCompanies && (
                  <Link to={to.organization(realm, company.id!)}>{t("clientPortalAdminToOrganization")}</Link>
                )}
              </>
            }
          >
            {fix}
          </Alert>
        );
      })}
    </Section>
  );
};

function mend(portal: Portal, t: TFunction, contact: Contact, company: Company, code: string): Act | undefined {
  if (code === "firm_inactive") return portal.may.settings ? activateFirm(portal, t) : undefined;
  if (code === "company_inactive") return company.manage ? companyAct(portal, t, company) : undefined;
  const name = MENDS[code];
  return name && contactAct(portal, t, contact, name, company.active);
}
