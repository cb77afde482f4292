import { useTranslation } from "react-i18next";
import type { PunctualityDay } from "../rest/rest";

/** From the bottom of a bar to its top. */
export const PARTS = [
  { name: "inTime", text: "clientPortalAdminInTime" },
  { name: "late", text: "clientPortalAdminLate" },
  { name: "failed", text: "clientPortalAdminNeverSent" },
] as const;

const HEIGHT = 100;
/** One of many has to be seen, too. */
const LEAST = 4;

export const totalOf = (day: PunctualityDay): number =>
  PARTS.reduce((all, { name }) => all + (day[name] ?? 0), 0);

/** A bar for each day, with what its colours are. What it says in numbers stands beside it in words and as a table. */
export const DayBars = ({ days, label }: { days: PunctualityDay[]; label: string }) => {
  const { t, i18n } = useTranslation();
  const most = Math.max(...days.map(totalOf));
  const format = new Intl.DateTimeFormat(i18n.language, { day: "numeric", month: "short", timeZone: "UTC" });
  const name = (day?: PunctualityDay) => day && format.format(new Date(day.day!));
  return (
    <figure className="client-portal-bars">
      <ul className="client-portal-legend">
        {PARTS.map(({ name, text }) => (
          <li key={name} data-testid={`punctuality-${name}`}>
            <span className={`client-portal-bar-${name}`} aria-hidden="true" />
            {t(text)}: {days.reduce((all, day) => all + (day[name] ?? 0), 0)}
          </li>
        ))}
      </ul>
      <svg role="img" aria-label={label} viewBox={`0 0 ${days.length} ${HEIGHT}`} preserveAspectRatio="none">
        {days.map((day, place) => (
          <Bar
            key={day.day}
            day={day}
            place={place}
            most={most}
            title={`${name(day)}: ${PARTS.map((part) => `${t(part.text)} ${day[part.name]}`).join(", ")}`}
          />
        ))}
      </svg>
      <figcaption aria-hidden="true">
        <span>{name(days[0])}</span>
        <span>{name(days.at(-1))}</span>
      </figcaption>
    </figure>
  );
};

type BarProps = { day: PunctualityDay; place: number; most: number; title: string };

const Bar = ({ day, place, most, title }: BarProps) => {
  const shown = PARTS.filter(({ name }) => day[name]);
  // What the small parts are given more than their share is taken from the largest.
  const heights = shown.map(({ name }) => Math.max(LEAST, ((day[name] ?? 0) / most) * HEIGHT));
  const over = heights.reduce((all, height) => all + height, 0) - HEIGHT;
  if (over > 0) heights[heights.indexOf(Math.max(...heights))] -= over;
  let top = HEIGHT;
  return (
    <g>
      <title>{title}</title>
      {shown.map(({ name }, i) => {
        top -= heights[i];
        return (
          <rect
            key={name}
            className={`client-portal-bar-${name}`}
            x={place + 0.1}
            width={0.8}
            y={top}
            height={heights[i]}
          />
        );
      })}
    </g>
  );
};
