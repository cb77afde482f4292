import { useTranslation } from "react-i18next";
import { RefusalAlert } from "../parts/RefusalAlert";
import type { Refusal } from "../rest/rest";

/** A refusal of the connectors; where nobody answered, what to look at. */
export const ConnectorsRefusal = ({
  refusal,
  url,
  onRetry,
}: {
  refusal?: Refusal;
  url: string;
  onRetry?: () => void;
}) => {
  const { t } = useTranslation();
  if (!refusal) return null;
  return (
    <>
      <RefusalAlert refusal={refusal} onRetry={onRetry} />
      {!refusal.problem.status && (
        <p className="pf-v5-u-mb-md">
          {t("clientPortalAdminConnectorsAway", { url, origin: window.location.origin })}
        </p>
      )}
    </>
  );
};
