import { Stack, StackItem, Switch } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Company, Contact, Diagnosis } from "../rest/rest";
import type { Act } from "./Ask";
import { companyAct } from "./companyActs";
import { contactAct } from "./contactActs";
import { activateFirm, deactivateFirm } from "./firmActs";
import { nameOf } from "./labels";
import { Section } from "./Section";

type Props = { contact: Contact; company: Company; diagnosis: Diagnosis; onChoose: (act: Act) => void };

/** The three gates, as switches: a contact gets in when all of them are on. Each asks before it turns. */
export const Gates = ({ contact, company, diagnosis, onChoose }: Props) => {
  const { t } = useTranslation();
  const portal = usePortal();
  const found = (code: string) => !!diagnosis.findings?.some((finding) => finding.code === code);
  const firmIsOpen = !found("firm_inactive") && !found("firm_settings_missing");
  const enabled = contact.state === "ENABLED";
  const gates: { id: string; label: string; on: boolean; act?: Act; note?: string }[] = [
    {
      id: "firm",
      label: t("clientPortalAdminGateFirm"),
      on: firmIsOpen,
      act: portal.may.settings ? (firmIsOpen ? deactivateFirm(portal, t) : activateFirm(portal, t)) : undefined,
    },
    {
      id: "company",
      label: t("clientPortalAdminGateCompany", { company: company.name }),
      on: !!company.active,
      act: company.manage ? companyAct(portal, t, company) : undefined,
    },
    {
      id: "contact",
      label: t("clientPortalAdminGateContact", { name: nameOf(contact) }),
      on: enabled,
      act: contactAct(portal, t, contact, enabled ? "disable" : "enable", company.active),
      note:
        contact.state === "BLOCKED"
          ? t("clientPortalAdminGateBlocked")
          : found("no_valid_address")
            ? t("clientPortalAdminGateAddress")
            : undefined,
    },
  ];
  return (
    <Section title={t("clientPortalAdminGates")} text={t("clientPortalAdminGatesText")} id="gates">
      <Stack hasGutter>
        {gates.map(({ id, label, on, act, note }) => (
          <StackItem key={id}>
            <Switch
              id={`client-portal-gate-${id}`}
              data-testid={`gate-${id}`}
              label={[label, note].filter(Boolean).join(". ")}
              isChecked={on}
              isDisabled={!act}
              onChange={() => act && onChoose(act)}
            />
          </StackItem>
        ))}
      </Stack>
    </Section>
  );
};
