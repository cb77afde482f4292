package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.background.Background;
import jakarta.ws.rs.Path;

/** Staff REST, below {@code /admin/realms/{realm}/client-portal}. */
public final class ClientPortalAdminResource {
    private final StaffCall call;
    private final Background openings;
    private final String connectorsUrl;

    ClientPortalAdminResource(StaffCall call, Background openings, String connectorsUrl) {
        this.call = call;
        this.openings = openings;
        this.connectorsUrl = connectorsUrl;
    }

    @Path("firm")
    public FirmResource firm() {
        return new FirmResource(call);
    }

    @Path("companies")
    public CompaniesResource companies() {
        return new CompaniesResource(call);
    }

    @Path("connectors")
    public ConnectorsResource connectors() {
        return new ConnectorsResource(call, connectorsUrl);
    }

    @Path("contacts")
    public AllContactsResource contacts() {
        return new AllContactsResource(call);
    }

    @Path("deliveries")
    public DeliveryResource deliveries() {
        return new DeliveryResource(call);
    }

    @Path("differences")
    public AllDifferencesResource differences() {
        return new AllDifferencesResource(call);
    }

    @Path("evidence")
    public AllEvidenceResource evidence() {
        return new AllEvidenceResource(call);
    }

    @Path("export")
    public ExportResource export() {
        return new ExportResource(call);
    }

    @Path("import")
    public ImportResource imports() {
        return new ImportResource(call);
    }

    @Path("lookup")
    public KnownResource known() {
        return new KnownResource(call);
    }

    @Path("invitations")
    public AllInvitationsResource invitations() {
        return new AllInvitationsResource(call);
    }

    @Path("mails")
    public MailsResource mails() {
        return new MailsResource(call);
    }

    @Path("openings")
    public OpeningsResource openings() {
        return new OpeningsResource(call, openings);
    }
}
