import type { TFunction } from "i18next";
import type { Portal } from "../portal";
import type { Difference, DifferenceAction } from "../rest/rest";
import type { Act } from "./Ask";

/** The fields of the firm's record. */
export const FIELDS: Record<NonNullable<Difference["field"]>, string> = {
  firstName: "firstName",
  lastName: "lastName",
  email: "email",
  phone: "clientPortalAdminPhone",
};

export const DECISIONS: Record<DifferenceAction, string> = {
  ACCEPT: "clientPortalAdminAccept",
  IGNORE: "clientPortalAdminIgnore",
};

/** Takes the contact's value over, or keeps the firm's. */
export function differenceAct({ rest }: Portal, t: TFunction, it: Difference, action: DifferenceAction): Act {
  const key = DECISIONS[action];
  const values = {
    field: t(FIELDS[it.field!]),
    firm: it.firmValue,
    contact: it.contactValue ?? t("clientPortalAdminNothing"),
  };
  const path = `companies/${it.companyId}/contacts/${it.userId}/differences/${it.field}`;
  return {
    name: t(key),
    title: t(`${key}Title`, values),
    consequence: t(`${key}Text`, values),
    done: t(`${key}Done`, values),
    run: () => rest.post(`${path}/${action.toLowerCase()}`),
  };
}
