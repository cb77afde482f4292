package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.firm.BrandColors;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmTime;
import dev.clientportal.keycloak.firm.PortalDomain;
import dev.clientportal.keycloak.mail.MergeFields;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelIllegalStateException;

/** Checks a firm's new settings, all of them, and then writes them. */
final class FirmUpdate {
    static final int MIN_LEDGER_DAYS = 30;
    static final int MAX_LEDGER_DAYS = 3650;

    private final StaffCall call;
    private final FirmRepresentation wanted;
    private final Firm now;
    private final DomainChoice domains;

    FirmUpdate(StaffCall call, FirmRepresentation wanted) {
        this.call = call;
        this.wanted = wanted;
        this.now = call.get(FirmStore.class).findOrDefaults(call.realm().getId());
        this.domains = new DomainChoice(call.session(), call.realm());
    }

    Firm save(VersionTag ifMatch) {
        FirmRepresentation checked = checked();
        PortalDomain domain = domain();
        requireVersion(ifMatch);
        Firm firm = call.get(FirmStore.class).findOrCreate(call.realm().getId());
        return call.allOrNothing(() -> write(firm, checked, domain));
    }

    private FirmRepresentation checked() {
        return new FirmRepresentation(
                null,
                null,
                null,
                null,
                Check.line("name", wanted.name(), 255),
                Check.lines("description", wanted.description(), 1000),
                color(wanted.primaryColor()),
                Check.line("help", wanted.help(), 255),
                client(),
                zone(),
                wanted.invitationValidity() == null
                        ? now.getInvitationValidity()
                        : Check.between(
                                "invitationValidity",
                                wanted.invitationValidity(),
                                Firm.MIN_INVITATION_VALIDITY,
                                Firm.MAX_INVITATION_VALIDITY),
                merge("invitationSubject", Check.line("invitationSubject", wanted.invitationSubject(), 255)),
                merge("invitationText", Check.lines("invitationText", wanted.invitationText(), 4000)),
                wanted.whiteLabel() == null ? now.isWhiteLabel() : wanted.whiteLabel(),
                wanted.oneClick() == null ? now.isOneClick() : wanted.oneClick(),
                wanted.ledgerDays() == null
                        ? now.getLedgerDays()
                        : Check.between("ledgerDays", wanted.ledgerDays(), MIN_LEDGER_DAYS, MAX_LEDGER_DAYS),
                null,
                null);
    }

    static String color(String textOrNull) {
        String color = Check.line("primaryColor", textOrNull, 255);
        if (color != null && !BrandColors.isColor(color)) throw Check.invalid("primaryColor", "#rrggbb.");
        return color;
    }

    private String client() {
        String clientId = Check.line("portalClientId", wanted.portalClientId(), 255);
        if (clientId == null) return now.getPortalClientId();
        if (call.realm().getClientByClientId(clientId) == null) {
            throw Check.invalid("portalClientId", "The realm has no such client.");
        }
        return clientId;
    }

    private String zone() {
        String zone = Check.line("timeZone", wanted.timeZone(), 64);
        if (zone == null) return now.getTimeZone();
        if (!FirmTime.isZone(zone)) throw Check.invalid("timeZone", "Not a time zone, for example Europe/Tallinn.");
        return zone;
    }

    private static String merge(String field, String textOrNull) {
        return merge(field, textOrNull, MergeFields.OF_INVITATIONS);
    }

    static String merge(String field, String textOrNull, Set<String> known) {
        Set<String> unknown = textOrNull == null ? Set.of() : MergeFields.unknownIn(textOrNull, known);
        if (unknown.isEmpty()) return textOrNull;
        throw new ProblemException(
                Problem.INVALID,
                "Has merge fields that do not exist.",
                Map.of("field", field, "unknown", unknown, "known", new TreeSet<>(known)));
    }

    private PortalDomain domain() {
        String text = Check.line("domain", wanted.domain(), 253);
        if (text == null) {
            if (!now.isActive()) return null;
            throw new ProblemException(
                    Problem.SETTINGS_INCOMPLETE, "An active portal has a domain name.", Map.of("field", "domain"));
        }
        PortalDomain domain = DomainChoice.parse(text);
        if (domains.isTaken(domain)) throw domains.taken(domain);
        return domain;
    }

    private void requireVersion(VersionTag ifMatch) {
        boolean body = wanted.version() == null || wanted.version() == now.getVersion();
        if (!body || !ifMatch.matches(now.getVersion())) throw conflict();
    }

    private Firm write(Firm firm, FirmRepresentation checked, PortalDomain domain) {
        if (firm.getVersion() != now.getVersion()) throw conflict();
        // Before the domain is written: from then on, whoever wants the same one waits for this transaction to end.
        MailPermission.ensureRoles(call.session(), call.realm());
        firm.setDomain(domain == null ? null : domain.folded());
        firm.setDomainDisplay(domain == null ? null : domain.display());
        firm.setName(checked.name());
        firm.setDescription(checked.description());
        firm.setPrimaryColor(checked.primaryColor());
        firm.setHelp(checked.help());
        firm.setPortalClientId(checked.portalClientId());
        firm.setTimeZone(checked.timeZone());
        firm.setInvitationValidity(checked.invitationValidity());
        firm.setInvitationSubject(checked.invitationSubject());
        firm.setInvitationText(checked.invitationText());
        firm.setWhiteLabel(checked.whiteLabel());
        firm.setOneClick(checked.oneClick());
        firm.setLedgerDays(checked.ledgerDays());
        try {
            call.get(FirmStore.class).flush();
            return firm;
        } catch (ModelDuplicateException takenMeanwhile) {
            throw domains.taken(domain);
        } catch (ModelIllegalStateException changedMeanwhile) {
            throw conflict();
        }
    }

    private static ProblemException conflict() {
        return new ProblemException(Problem.VERSION_CONFLICT, "Read the settings again and repeat the change.");
    }
}
