import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation";
import type RoleRepresentation from "@keycloak/keycloak-admin-client/lib/defs/roleRepresentation";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation";
import type { Portal } from "../portal";

/** The client that the connectors are; what callers may do are its roles. */
export const CONNECTORS = "client-portal-connectors";

/** What Keycloak puts before the id of a client to name its service account. */
const SERVICE_ACCOUNT = "service-account-";

export type AutomationClient = { id: string; clientId: string; roles: string[] };

/** Clients whose service accounts may call the connectors; undefined where the realm has no connectors. */
export async function automationClients({ rest }: Portal): Promise<AutomationClient[] | undefined> {
  const [connectors] = await rest.keycloak<ClientRepresentation[]>(`clients?clientId=${CONNECTORS}`);
  if (!connectors) return undefined;
  const roles = await rest.keycloak<RoleRepresentation[]>(`clients/${connectors.id}/roles`);
  const rolesOf = new Map<string, string[]>();
  for (const { name = "" } of roles) {
    const users = await rest.keycloak<UserRepresentation[]>(
      `clients/${connectors.id}/roles/${encodeURIComponent(name)}/users?max=1000`,
    );
    users
      .map(({ username = "" }) => username)
      .filter((username) => username.startsWith(SERVICE_ACCOUNT))
      .forEach((username) => rolesOf.set(username, [...(rolesOf.get(username) ?? []), name]));
  }
  const found = await Promise.all(
    [...rolesOf].map(async ([username, its]) => {
      const name = username.slice(SERVICE_ACCOUNT.length);
      // Usernames are in lower case, and ids of clients need not be: this search does not mind.
      const clients = await rest.keycloak<ClientRepresentation[]>(
        `clients?search=true&clientId=${encodeURIComponent(name)}`,
      );
      const client = clients.find((it) => it.clientId?.toLowerCase() === name);
      return client && { id: client.id!, clientId: client.clientId!, roles: its.sort() };
    }),
  );
  return found.filter((it) => it !== undefined).sort((one, other) => one.clientId.localeCompare(other.clientId));
}
