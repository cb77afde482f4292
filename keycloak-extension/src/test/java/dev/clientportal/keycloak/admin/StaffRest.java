package dev.clientportal.keycloak.admin;

import jakarta.ws.rs.Path;

/**
 * Where Keycloak mounts our resource, for the OpenAPI generator alone: Keycloak finds the provider by its id, and a root
 * path on a class of the jar itself would mount it a second time, without Keycloak's authentication in front.
 */
@Path("/admin/realms/{realm}/client-portal")
class StaffRest {
    @Path("")
    ClientPortalAdminResource clientPortal() {
        return new ClientPortalAdminResource(null, null, null);
    }
}
