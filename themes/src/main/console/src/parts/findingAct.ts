import type { TFunction } from "i18next";
import type { Portal } from "../portal";
import type { Finding } from "../rest/rest";
import type { Act } from "./Ask";

const OURS = "/client-portal/";

/** What one press does about a finding; nothing where it takes more than a call, or the admin may not. */
export function findingAct({ rest, may }: Portal, t: TFunction, { message, fix, action }: Finding): Act | undefined {
  const path = action?.path?.split(OURS)[1];
  if (!path || action?.method !== "POST") return undefined;
  const isFirm = path.startsWith("firm/");
  if (!(isFirm ? may.settings : may.manage) || (path.endsWith("/invitations") && !may.mail)) return undefined;
  return {
    name: t(NAMES[path.split("/").at(-1)!] ?? "clientPortalAdminFix"),
    title: message!,
    consequence: fix!,
    done: t("clientPortalAdminFixDone"),
    run: () => rest.post(path),
  };
}

const NAMES: Record<string, string> = {
  activate: "clientPortalAdminFixActivate",
  enable: "clientPortalAdminEnable",
  unblock: "clientPortalAdminUnblock",
  invitations: "clientPortalAdminInvite",
};

/** Where in the console somebody mends what a call alone does not. */
export function findingPage(realm: string, { action }: Finding): { to: string; name: string } | undefined {
  const [, of, id] = /^\/admin\/realms\/[^/]+\/(users|organizations)\/([^/]+)$/.exec(action?.path ?? "") ?? [];
  if (!of) return undefined;
  return {
    to: `/${encodeURIComponent(realm)}/${of}/${id}/settings`,
    name: of === "users" ? "clientPortalAdminOpenUser" : "clientPortalAdminOpenOrganization",
  };
}
