package dev.clientportal.keycloak.admin;

import static org.keycloak.events.admin.OperationType.ACTION;
import static org.keycloak.events.admin.OperationType.UPDATE;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmActivation;
import dev.clientportal.keycloak.firm.FirmImage;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.PortalDomain;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The firm's settings, and its gate. */
@Produces(MediaType.APPLICATION_JSON)
public final class FirmResource {
    private static final String PATH = "firm";

    private final StaffCall call;

    FirmResource(StaffCall call) {
        this.call = call;
    }

    @GET
    public Response read() {
        call.staff().requireViewFirm();
        return present(call.get(FirmStore.class).findOrDefaults(call.realm().getId()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(@HeaderParam("If-Match") String ifMatch, InputStream body) {
        call.staff().requireManageFirm();
        FirmRepresentation wanted = JsonBody.read(call.session(), body, FirmRepresentation.class);
        Firm firm = new FirmUpdate(call, wanted).save(new VersionTag(ifMatch));
        call.recordWith(UPDATE, AdminResource.FIRM, PATH, FirmRepresentation.of(firm));
        return present(firm);
    }

    @POST
    @Path("activate")
    public Response activate() {
        call.staff().requireManageFirm();
        boolean changed = new FirmActivation(call.session(), call.realm()).activate();
        return switched(changed, true);
    }

    @POST
    @Path("deactivate")
    public Response deactivate() {
        call.staff().requireManageFirm();
        boolean changed = new FirmActivation(call.session(), call.realm()).deactivate();
        return switched(changed, false);
    }

    private Response switched(boolean changed, boolean active) {
        FirmStore firms = call.get(FirmStore.class);
        firms.flush();
        if (changed) call.record(ACTION, AdminResource.FIRM, PATH, Map.of("active", active));
        return present(firms.findOrDefaults(call.realm().getId()));
    }

    @GET
    @Path("domain-check")
    public DomainRepresentation checkDomain(@QueryParam("domain") String text) {
        call.staff().requireViewFirm();
        PortalDomain domain = PortalDomain.parse(Check.required("domain", text)).orElse(null);
        if (domain == null) return new DomainRepresentation(null, null, false, false, List.of());
        DomainChoice choice = new DomainChoice(call.session(), call.realm());
        boolean taken = choice.isTaken(domain);
        return new DomainRepresentation(
                domain.display(), domain.folded(), true, taken, taken ? choice.freeVariations(domain) : List.of());
    }

    @Path("logo")
    public FirmImageResource logo() {
        return new FirmImageResource(call, FirmImage.Kind.LOGO);
    }

    @Path("icon")
    public FirmImageResource icon() {
        return new FirmImageResource(call, FirmImage.Kind.ICON);
    }

    private static Response present(Firm firm) {
        return Response.ok(FirmRepresentation.of(firm))
                .tag(VersionTag.of(firm.getVersion()))
                .header("Cache-Control", "no-cache")
                .build();
    }
}
