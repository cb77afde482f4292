package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.contact.MeResource;
import dev.clientportal.keycloak.contact.PortalsResource;
import jakarta.ws.rs.Path;

/** As {@link StaffRest}, for contact REST. */
@Path("/realms/{realm}/client-portal")
class ContactRest {
    @Path("portals")
    PortalsResource portals() {
        return new PortalsResource(null);
    }

    @Path("me")
    MeResource me() {
        return new MeResource(null);
    }
}
