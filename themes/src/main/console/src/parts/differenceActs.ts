import type { TFunction } from "i18next";
import type { Portal } from "../portal";
import type { Difference } from "../rest/rest";
import type { Act } from "./Ask";

export const FIELDS: Record<NonNullable<Difference["field"]>, string> = {
  firstName: "firstName",
  lastName: "lastName",
  email: "email",
  phone: "clientPortalAdminPhone",
};

/** What can be done about one difference between the contact's own profile and the firm's record. */
export function differenceActs({ rest, may }: Portal, t: TFunction, difference: Difference): Act[] {
  if (!may.manage) return [];
  const { companyId, userId, field, firmValue, contactValue } = difference;
  const path = `companies/${companyId}/contacts/${userId}/differences/${field}`;
  const values = {
    field: t(FIELDS[field!]),
    firm: firmValue,
    contact: contactValue ?? t("clientPortalAdminNoValue"),
  };
  const act = (name: "accept" | "ignore", key: string): Act => ({
    name: t(key),
    title: t(`${key}Title`, values),
    consequence: t(`${key}Text`, values),
    done: t(`${key}Done`, values),
    run: () => rest.post(`${path}/${name}`),
  });
  return [act("accept", "clientPortalAdminAccept"), act("ignore", "clientPortalAdminIgnore")];
}
