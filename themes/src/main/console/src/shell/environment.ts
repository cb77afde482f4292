import type { AdminEnvironment } from "@keycloak/keycloak-admin-ui";
import { getInjectedEnvironment } from "@keycloak/keycloak-ui-shared";

/** What the server wrote into the page: addresses, the realm that the admin signs in to. */
export const environment = getInjectedEnvironment<AdminEnvironment>();
