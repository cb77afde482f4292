package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.contact.MeResource;
import jakarta.ws.rs.Path;

/** As {@link StaffRest}, for contact REST. */
@Path("/realms/{realm}/client-portal")
class ContactRest {
    @Path("me")
    MeResource me() {
        return new MeResource(null);
    }
}
