package dev.clientportal.portal.notification;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Keycloak;
import dev.clientportal.portal.firm.KeycloakAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The extension's REST for mails to contacts, called by the service account of the firm's portal client. */
@ApplicationScoped
class ContactMails {
    private static final String PROBLEM = "urn:client-portal:problem:";
    private static final Set<Integer> TAKEN = Set.of(200, 202);

    /** Refusals that a repeat does not change: the contact may not get this mail. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 404, 409);

    private static final int UNAUTHORIZED = 401;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private final Keycloak keycloak;
    private final OwnTokens tokens;
    private final PortalSettings settings;

    ContactMails(Keycloak keycloak, OwnTokens tokens, PortalSettings settings) {
        this.keycloak = keycloak;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** What the extension calls a notice. */
    record Notice(String kind, String target, String title, String text, String externalId) {}

    record Contact(String userId) {}

    record Contacts(List<Contact> items, String next) {}

    /** RFC 9457. */
    record Problem(String type) {}

    /** Asked twice, Keycloak mails it once. */
    void send(Firm firm, NotificationEntity notification) throws UndeliveredException {
        Notice notice = new Notice(
                notification.kind.name(), notification.target, notification.title, notification.text, notification.id);
        ask(firm, contacts(firm, notification) + "/" + encoded(notification.userId) + "/mails", notice);
    }

    /**
     * A page of those who have access to the company.
     *
     * @param after what the page before gave as next; null for the first
     */
    Contacts withAccess(Firm firm, NotificationEntity notification, String after) throws UndeliveredException {
        String address = contacts(firm, notification) + "?state=enabled&max=100";
        if (after != null) address += "&after=" + encoded(after);
        return keycloak.parse(ask(firm, address, null), Contacts.class);
    }

    private Keycloak.Answer ask(Firm firm, String address, Notice noticeOrNull) throws UndeliveredException {
        Keycloak.Answer answer = keycloak.ask(address, tokens.of(firm), noticeOrNull);
        if (TAKEN.contains(answer.status())) return answer;
        if (answer.status() == UNAUTHORIZED) tokens.forget(firm);
        String problem = problem(answer);
        if (problem != null && FOR_GOOD.contains(answer.status())) throw UndeliveredException.forGood(problem);
        throw UndeliveredException.forNow(
                "Keycloak answers " + answer.status() + (problem == null ? "" : " " + problem), pause(answer));
    }

    /** The last part of the problem's type; null when it was not the extension that answered. */
    private String problem(Keycloak.Answer answer) {
        try {
            String type = keycloak.parse(answer, Problem.class).type();
            return type != null && type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : null;
        } catch (KeycloakAwayException noProblemDocument) {
            return null;
        }
    }

    private static Duration pause(Keycloak.Answer answer) {
        if (answer.retryAfter() == null || !answer.retryAfter().matches("\\d{1,9}")) return Duration.ZERO;
        Duration asked = Duration.ofSeconds(Long.parseLong(answer.retryAfter()));
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private String contacts(Firm firm, NotificationEntity notification) {
        return settings.keycloakUrl() + "/admin/realms/" + encoded(firm.realm()) + "/client-portal/companies/"
                + encoded(notification.companyId) + "/contacts";
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
