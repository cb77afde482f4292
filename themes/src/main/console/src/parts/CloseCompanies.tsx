import { useTranslation } from "react-i18next";
import { usePortal } from "../portal";
import type { Company } from "../rest/rest";
import { Bulk } from "./Bulk";

type Props = { companies: Company[]; onClose: () => void; onDone: () => void };

/** Closes the portals of many companies. */
export const CloseCompanies = ({ companies, ...more }: Props) => {
  const { t } = useTranslation();
  const { rest } = usePortal();
  return (
    <Bulk
      name={t("clientPortalAdminDeactivate")}
      text={t("clientPortalAdminBulkDeactivate")}
      done={t("clientPortalAdminOutcomeClosed")}
      danger
      works={companies.map(({ id, name }) => ({
        key: id!,
        name: name!,
        run: () => rest.post(`companies/${id}/deactivate`),
      }))}
      {...more}
    />
  );
};
