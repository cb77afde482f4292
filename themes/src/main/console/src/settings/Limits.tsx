import { Spinner } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import { ListTable } from "../parts/ListTable";
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
        <ListTable
          label={t("clientPortalAdminLimits")}
          rows={value}
          keyOf={({ name }) => name}
          columns={[
            {
              label: t("clientPortalAdminLimit"),
              cell: ({ name }) => t(NAMES[name]?.name ?? name),
              width: 40,
              modifier: "wrap",
            },
            {
              label: t("clientPortalAdminLimitValue"),
              cell: (limit) => (
                <>
                  {written(limit, limit.value)}
                  {limit.value !== limit.byDefault &&
                    ` (${t("clientPortalAdminLimitDefault", { value: written(limit, limit.byDefault) })})`}
                </>
              ),
            },
            {
              label: t("clientPortalAdminLimitOption"),
              cell: ({ option }) => <code className="client-portal-option">{option}</code>,
            },
          ]}
        />
      )}
    </Section>
  );
};
