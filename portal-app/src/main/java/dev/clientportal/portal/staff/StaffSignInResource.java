package dev.clientportal.portal.staff;

import dev.clientportal.portal.oidc.KeptTokens;
import dev.clientportal.portal.oidc.Login;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The staff's way in and way out. */
@Path("/staff")
@Produces(MediaType.TEXT_HTML)
public class StaffSignInResource {
    private final StaffLogin staff;
    private final StaffSessions sessions;
    private final Login login;

    StaffSignInResource(StaffLogin staff, StaffSessions sessions, Login login) {
        this.staff = staff;
        this.sessions = sessions;
        this.login = login;
    }

    /** Where Keycloak leads back to. */
    @GET
    @Path("signed-in")
    public Response signedIn() {
        return login.finish(
                staff.client(),
                (begun, tokens, cookie) ->
                        new Login.Kept(sessions.enter(staff.client(), cookie, tokens), begun.page()));
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        Optional<StaffSessionEntity> session = staff.session();
        session.ifPresent(sessions::end);
        return login.signOut(staff.client(), session.map(KeptTokens::idToken).orElse(null));
    }

    @GET
    @Path("signed-out")
    public Response signedOut() {
        return login.signedOut(staff.client());
    }
}
