import { ExpandableSection, Spinner, Text, TextContent, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Punctuality as Answer, PunctualityDay } from "../rest/rest";
import { DayBars, PARTS, totalOf } from "./DayBars";
import { ListTable } from "./ListTable";
import { RefusalAlert } from "./RefusalAlert";
import { Section } from "./Section";
import { useLoad } from "./useLoad";

const DAYS = [7, 30];

/** How many invitations left within five minutes, day by day, and how many did not. */
export const Punctuality = ({ reloadOn }: { reloadOn: unknown }) => {
  const { t } = useTranslation();
  const { rest, realm } = usePortal();
  const [days, setDays] = useState(DAYS[0]);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { value, refusal, reload } = useLoad(
    () => rest.get<Answer>("mails/punctuality", { days: String(days), zone }),
    [realm, days, reloadOn],
  );
  return (
    <Section title={t("clientPortalAdminPunctuality")} id="punctuality">
      <ToggleGroup aria-label={t("clientPortalAdminPunctualityDays")} className="pf-v5-u-mb-md">
        {DAYS.map((number) => (
          <ToggleGroupItem
            key={number}
            buttonId={`client-portal-days-${number}`}
            text={t("clientPortalAdminLastDays", { number })}
            isSelected={days === number}
            onChange={() => setDays(number)}
          />
        ))}
      </ToggleGroup>
      <RefusalAlert refusal={refusal} onRetry={reload} />
      {!value && !refusal && <Spinner aria-label={t("clientPortalAdminLoading")} />}
      {value && <Figures days={value.days ?? []} zone={value.zone ?? ""} />}
    </Section>
  );
};

const Figures = ({ days, zone }: { days: PunctualityDay[]; zone: string }) => {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const sum = (of: (day: PunctualityDay) => number) => days.reduce((all, day) => all + of(day), 0);
  const total = sum(totalOf);
  const inTime = sum((day) => day.inTime ?? 0);
  if (!total) return <p data-testid="punctuality-none">{t("clientPortalAdminPunctualityNone")}</p>;

  // Never rounded up: 100 % is all of them.
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent", maximumFractionDigits: 1 }).format(
    Math.floor((1000 * inTime) / total) / 1000,
  );
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeZone: "UTC" });
  const words = t("clientPortalAdminPunctualityWords", { percent, total });
  return (
    <>
      <TextContent>
        <Text component="p" data-testid="punctuality-words">
          <strong>{words}</strong>
        </Text>
      </TextContent>
      <DayBars days={days} label={words} />
      <TextContent className="pf-v5-u-mt-sm">
        <Text component="small">{t("clientPortalAdminPunctualityZone", { zone })}</Text>
      </TextContent>
      <ExpandableSection
        toggleText={t("clientPortalAdminPunctualityTable")}
        isExpanded={open}
        onToggle={(_, isOpen) => setOpen(isOpen)}
      >
        {open && (
          <ListTable
            label={t("clientPortalAdminPunctuality")}
            id="punctuality-table"
            rows={days}
            keyOf={({ day }) => day}
            columns={[
              { label: t("clientPortalAdminDay"), cell: ({ day }) => date.format(new Date(day!)) },
              ...PARTS.map(({ name, text }) => ({ label: t(text), cell: (day: PunctualityDay) => day[name] })),
            ]}
          />
        )}
      </ExpandableSection>
    </>
  );
};
