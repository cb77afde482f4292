import type { TFunction } from "i18next";
import type { Portal } from "../portal";
import type { Company } from "../rest/rest";
import type { Act } from "./Ask";

/** Opens the company's portal, or closes it. */
export function companyAct({ rest }: Portal, t: TFunction, company: Company): Act {
  const key = company.active ? "clientPortalAdminDeactivate" : "clientPortalAdminActivate";
  const values = { company: company.name };
  return {
    name: t(key),
    title: t(`${key}Title`, values),
    consequence: t(`${key}Text`, values),
    done: t(`${key}Done`, values),
    danger: company.active,
    run: () => rest.post(`companies/${company.id}/${company.active ? "deactivate" : "activate"}`),
  };
}
