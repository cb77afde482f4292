import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation";
import { clientOf } from "../parts/PortalAddress";
import type { Portal } from "../portal";
import { Refusal, type Firm, type Rest } from "../rest/rest";

type Step = { providerId?: string; requirement?: string; level: number };

/** Undefined: the admin may not see it. */
export type Checks = { organizations: boolean; mailServer: boolean; link: boolean | undefined };

/** What has to be set in Keycloak itself so that contacts get in. */
export async function checksOf({ rest }: Portal, firm: Firm): Promise<Checks> {
  const realm = await rest.keycloak<RealmRepresentation>("");
  return {
    organizations: !!realm.organizationsEnabled,
    mailServer: !!realm.smtpServer?.host,
    link: await hasLink(rest, realm, firm),
  };
}

/** Whether the browser flow that contacts go through has our step in it, and not switched off. */
async function hasLink(rest: Rest, realm: RealmRepresentation, firm: Firm): Promise<boolean | undefined> {
  try {
    const client = firm.portalClientId ? await clientOf(rest, firm.portalClientId) : undefined;
    // Another flow than the realm's may be the one of this client.
    if (firm.portalClientId && !client) return undefined;
    const own = client?.authenticationFlowBindingOverrides?.browser;
    const flow = own ? (await rest.keycloak<{ alias: string }>(`authentication/flows/${own}`)).alias : realm.browserFlow!;
    const steps = await rest.keycloak<Step[]>(`authentication/flows/${encodeURIComponent(flow)}/executions`);
    let off = Infinity;
    return steps.some(({ providerId, requirement, level }) => {
      if (level <= off) off = requirement === "DISABLED" ? level : Infinity;
      return off === Infinity && providerId === "client-portal-magic-link";
    });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
