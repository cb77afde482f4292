package dev.clientportal.portal.company;

import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.firm.Keycloak;
import dev.clientportal.portal.firm.KeycloakAwayException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The firm's companies and contacts, asked with the caller's own token: Keycloak decides who sees which. */
@ApplicationScoped
public class Directory {
    private static final Set<Integer> NOT_SEEN = Set.of(403, 404);

    /** How many the extension looks up in one call. */
    private static final int MANY = 1000;

    private final Keycloak keycloak;

    Directory(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** A company as the extension's REST has it; active means that its portal is open. */
    public record Company(String id, String alias, String name, boolean enabled, boolean active) {}

    /** A contact of one company. */
    public record Contact(String userId, String email, String firstName, String lastName, String state) {}

    record Companies(List<Company> items) {}

    record Contacts(List<Contact> items) {}

    record Keys(List<String> keys) {}

    record Found(List<Contact> contacts) {}

    /** @param key the id of the organization, or its alias */
    public Optional<Company> company(Firm firm, String accessToken, String key) {
        if (isId(key)) {
            return keycloak.read(address(firm) + "/companies/" + key, accessToken, NOT_SEEN, Company.class);
        }
        return keycloak.read(
                        address(firm) + "/companies?max=100&search=" + encoded(key),
                        accessToken,
                        NOT_SEEN,
                        Companies.class)
                .flatMap(found -> found.items().stream()
                        .filter(company -> company.alias().equals(key))
                        .findFirst());
    }

    /** @param key the id of the user, or their e-mail address in whatever case */
    public Optional<Contact> contact(Firm firm, String accessToken, String company, String key) {
        String contacts = address(firm) + "/companies/" + company + "/contacts";
        if (isId(key)) return keycloak.read(contacts + "/" + key, accessToken, NOT_SEEN, Contact.class);
        return keycloak.read(contacts + "?max=100&search=" + encoded(key), accessToken, NOT_SEEN, Contacts.class)
                .flatMap(found -> found.items().stream()
                        .filter(contact -> key.equalsIgnoreCase(contact.email()))
                        .findFirst());
    }

    /**
     * Some contacts, with one call for a thousand of them.
     *
     * @param keys ids and addresses
     * @return by their keys in small letters; without those that the company does not have, or not for this caller
     */
    public Map<String, Contact> contacts(Firm firm, String accessToken, String company, Collection<String> keys) {
        Map<String, Contact> found = new HashMap<>();
        List<String> all = List.copyOf(new LinkedHashSet<>(keys));
        for (int from = 0; from < all.size(); from += MANY) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MANY));
            for (Contact contact : find(firm, accessToken, company, new Keys(some))) {
                found.put(contact.userId(), contact);
                if (contact.email() != null) found.put(small(contact.email()), contact);
            }
        }
        return found;
    }

    /** As {@link #contacts} has it. */
    public static String small(String key) {
        return key.toLowerCase(Locale.ROOT);
    }

    private List<Contact> find(Firm firm, String accessToken, String company, Keys keys) {
        Keycloak.Answer answer =
                keycloak.ask(address(firm) + "/companies/" + company + "/contacts/find", accessToken, keys);
        if (NOT_SEEN.contains(answer.status())) return List.of();
        if (answer.status() == 400) throw new BadRequestException();
        if (answer.status() != 200) throw new KeycloakAwayException("It answers " + answer.status(), null);
        return keycloak.parse(answer, Found.class).contacts();
    }

    private static boolean isId(String key) {
        return key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static String address(Firm firm) {
        return firm.keycloak() + "/admin/realms/" + encoded(firm.realm()).replace("+", "%20") + "/client-portal";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
