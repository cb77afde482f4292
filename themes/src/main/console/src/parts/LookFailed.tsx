import { useTranslation } from "react-i18next";
import { RefusalAlert } from "./RefusalAlert";
import type { Watched } from "./useWatch";

/** Says that what is shown is from an earlier look, and when the next one follows. */
export const LookFailed = ({ watched: { refusal, nextSeconds, reload } }: { watched: Watched<unknown> }) => {
  const { t } = useTranslation();
  if (!nextSeconds) return null;
  return (
    <>
      <RefusalAlert refusal={refusal} onRetry={reload} />
      <p className="pf-v5-u-mb-md" data-testid="look-failed">
        {t("clientPortalAdminLookFailed", { seconds: nextSeconds })}
      </p>
    </>
  );
};
