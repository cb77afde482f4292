import { Spinner } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { Section } from "../parts/Section";
import { useLoad } from "../parts/useLoad";
import { usePortal } from "../portal";
import type { Limit } from "../rest/rest";

/** How each limit is called here, and in what its value is when not in times. */
const NAMES: Record<string, { name: string; unit?: "second" }> = {
  mailPauseSeconds: { name: "clientPortalAdminLimitPause", unit: "second" },
  mailsPerHour: { name: "clientPortalAdminLimitMailsHour" },
  mailsPerDay: { name: "clientPortalAdminLimitMailsDay" },
  requestsPerHourAndIp: { name: "clientPortalAdminLimitRequests" },
  verificationsPerMinuteAndIp: { name: "clientPortalAdminLimitTries" },
  bulkInvitationsPerHour: { name: "clientPortalAdminLimitBulk" },
  automatedMailsPerHour: { name: "clientPortalAdminLimitAutomatedHour" },
  automatedMailsPerDay: { name: "clientPortalAdminLimitAutomatedDay" },
  testMailsPerHour: { name: "clientPortalAdminLimitTests" },
};

/** How often mails are sent, asked for and tried at most. The server's, so nobody changes them here. */
export const Limits = () => {
  const { t, i18n } = useTranslation();
  const { rest, realm } = usePortal();
  const { value, refusal, reload } = useLoad(() => rest.get<Limit[]>("firm/limits"), [realm]);
  const written = (limit: Limit, number: number) => {
    const unit = NAMES[limit.name]?.unit;
    return number.toLocaleString(i18n.language, unit && { style: "unit", unit, unitDisplay: "long" });
  };
  return (
    <Section title={t("clientPortalAdminLimits")} text={t("clientPortalAdminLimitsHelp")} id="limits">
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {value && (
        <Table variant="compact" aria-label={t("clientPortalAdminLimits")}>
          <Thead>
            <Tr>
              <Th width={40}>{t("clientPortalAdminLimit")}</Th>
              <Th>{t("clientPortalAdminLimitValue")}</Th>
              <Th>{t("clientPortalAdminLimitOption")}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {value.map((limit) => (
              <Tr key={limit.name}>
                <Td dataLabel={t("clientPortalAdminLimit")} modifier="wrap">{t(NAMES[limit.name]?.name ?? limit.name)}</Td>
                <Td dataLabel={t("clientPortalAdminLimitValue")}>
                  {written(limit, limit.value)}
                  {limit.value !== limit.byDefault &&
                    ` (${t("clientPortalAdminLimitDefault", { value: written(limit, limit.byDefault) })})`}
                </Td>
                <Td dataLabel={t("clientPortalAdminLimitOption")}>
                  <code className="client-portal-option">{limit.option}</code>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Section>
  );
};
