package dev.clientportal.keycloak.admin;

import jakarta.ws.rs.Path;

/** Staff REST, below {@code /admin/realms/{realm}/client-portal}. */
public final class ClientPortalAdminResource {
    private final StaffCall call;

    ClientPortalAdminResource(StaffCall call) {
        this.call = call;
    }

    @Path("firm")
    public FirmResource firm() {
        return new FirmResource(call);
    }

    @Path("companies")
    public CompaniesResource companies() {
        return new CompaniesResource(call);
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

    @Path("mails")
    public MailsResource mails() {
        return new MailsResource(call);
    }
}
