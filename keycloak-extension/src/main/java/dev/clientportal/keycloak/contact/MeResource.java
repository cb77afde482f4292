package dev.clientportal.keycloak.contact;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.company.PortalClient;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** What a contact may know and say about themselves, with a token of a portal client. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public final class MeResource {
    private static final String[] METHODS = {"GET", "POST", "OPTIONS"};

    private final KeycloakSession session;

    public MeResource(KeycloakSession session) {
        this.session = session;
    }

    @OPTIONS
    @Path("{any:.*}")
    @Operation(hidden = true)
    public Response preflight() {
        return Cors.builder().auth().preflight().allowedMethods(METHODS).add(Response.ok());
    }

    @GET
    @Path("companies")
    @Operation(
            summary = "List the companies that are open for the contact",
            description =
                    "Also while the token's own company is closed: another one may be open."
                            + " A page of this very server, as the account console is, may ask with the browser's login in place of a token.")
    @APIResponse(
            responseCode = "200",
            description = "The companies, by name.",
            content = @Content(schema = @Schema(implementation = MyCompaniesRepresentation.class)))
    public Response companies() {
        if (session.getContext().getRequestHeaders().getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            AuthResult signedIn = AuthenticationManager.authenticateIdentityCookie(session, realm(), true);
            if (signedIn != null) return uncached(companies(signedIn.user())).build();
        }
        AuthResult caller = authenticate();
        return answer(caller, companies(caller.user()));
    }

    private Response.ResponseBuilder companies(UserModel contact) {
        List<MyCompaniesRepresentation.Company> open = new AccessPolicy(session)
                .everywhere(realm(), contact).stream()
                        .filter(AccessDecision::isAllowed)
                        .map(decision -> MyCompaniesRepresentation.Company.of(decision.company()))
                        .toList();
        return Response.ok(new MyCompaniesRepresentation(open));
    }

    @POST
    @Path("welcome")
    @Operation(
            summary = "Say that the contact has had their welcome",
            description =
                    "No token says any more that one is due, whatever the company or device. Doing it twice is doing it once.")
    @APIResponse(responseCode = "204", description = "Written down.")
    public Response welcome() {
        AuthResult caller = authenticate();
        session.getProvider(ContactStore.class)
                .welcomed(realm().getId(), caller.user().getId(), Time.currentTimeMillis());
        return answer(caller, Response.noContent());
    }

    private AuthResult authenticate() {
        AuthResult caller = new BearerTokenAuthenticator(session).authenticate();
        if (caller == null) throw refused(Problem.NOT_AUTHENTICATED, "Send a valid access token.", null);
        if (PortalClient.of(caller.client()).isEmpty()) {
            throw refused(Problem.FORBIDDEN, "The token was not issued to a client of the portal.", caller);
        }
        return caller;
    }

    /** Scripts of the client's own origins may read the refusal, too. */
    private ProblemException refused(Problem problem, String detail, AuthResult callerOrNull) {
        if (callerOrNull != null) cors(callerOrNull).add();
        return new ProblemException(problem, detail);
    }

    private Response answer(AuthResult caller, Response.ResponseBuilder response) {
        return cors(caller).add(uncached(response));
    }

    private static Response.ResponseBuilder uncached(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Cors cors(AuthResult caller) {
        return Cors.builder()
                .auth()
                .checkAllowedOrigins(session, caller.client())
                .allowedMethods(METHODS);
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
