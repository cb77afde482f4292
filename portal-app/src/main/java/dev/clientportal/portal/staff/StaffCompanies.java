package dev.clientportal.portal.staff;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.firm.Keycloak;
import dev.clientportal.portal.firm.Place;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The firm's companies and contacts, read with the staff member's own token: they see what Keycloak lets them see. */
@RequestScoped
public class StaffCompanies {
    static final int A_PAGE = 20;

    /** Asked for at once where few of the rows are visible; as many as Keycloak gives. */
    private static final int MANY = 100;

    /** How often one page of ours asks for more where hardly any row is visible. */
    private static final int MOST_CALLS = 10;

    private static final Set<Integer> INVISIBLE = Set.of(403, 404);
    private static final Pattern ID = Pattern.compile("[\\w-]{1,36}");

    private final Place place;
    private final PortalSettings settings;
    private final StaffVisit visit;
    private final Keycloak keycloak;

    StaffCompanies(Place place, PortalSettings settings, StaffVisit visit, Keycloak keycloak) {
        this.place = place;
        this.settings = settings;
        this.visit = visit;
        this.keycloak = keycloak;
    }

    /**
     * One company.
     *
     * @param enabled in Keycloak
     * @param active its portal is switched on
     */
    public record Company(String id, String alias, String name, boolean enabled, boolean active) {
        /** Contacts get in. */
        public boolean isOpen() {
            return enabled && active;
        }
    }

    /**
     * One contact of a company.
     *
     * @param enabled in Keycloak
     * @param state {@code NONE}, {@code ENABLED}, {@code DISABLED} or {@code BLOCKED}
     * @param mustAccept was unblocked, and gets in by a new invitation only
     */
    public record Contact(
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            boolean enabled,
            String state,
            boolean mustAccept) {
        /** The name, or the address or user name of somebody who has none. */
        public String name() {
            String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
            if (!name.isEmpty()) return name;
            return email == null ? username : email;
        }

        /** Whether messages find their way: they have access, or get it with the next invitation. */
        public boolean isReached() {
            return access().equals("open") || access().equals("waits");
        }

        /** In one word what staff have to know: {@code off}, {@code none}, {@code open}, {@code waits}, {@code disabled} or {@code blocked}. */
        public String access() {
            if (!enabled) return "off";
            if (mustAccept && !state.equals("BLOCKED")) return "waits";
            return state.equals("ENABLED") ? "open" : state.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Some of a list.
     *
     * @param next what the next page comes after, or null on the last one
     */
    public record Page<T>(List<T> items, String next) {}

    /** What Keycloak answers. */
    record CompanyAnswer(List<Company> items, String next) {}

    /** What Keycloak answers. */
    record ContactAnswer(List<Contact> items, String next) {}

    /**
     * By name. Empty for those who may see none.
     *
     * @param search how name or alias begin, or null
     * @param after what the page before had as next, or null
     * @param max about as many
     */
    public Page<Company> companies(String search, String after, int max) {
        return page(after, max, (from, count) -> read("/companies" + query(search, from, count), CompanyAnswer.class)
                .map(answer -> new Page<>(answer.items(), answer.next()))
                .orElseGet(StaffCompanies::none));
    }

    /** Empty when there is none with this id, or none that they may see. */
    public Optional<Company> company(String id) {
        return isId(id) ? read("/companies/" + id, Company.class) : Optional.empty();
    }

    /** By user name. Empty for those who may see none; see {@link #companies}. */
    public Page<Contact> contacts(String companyId, String search, String after, int max) {
        if (!isId(companyId)) return none();
        return page(after, max, (from, count) -> read(
                        "/companies/" + companyId + "/contacts" + query(search, from, count), ContactAnswer.class)
                .map(answer -> new Page<>(answer.items(), answer.next()))
                .orElseGet(StaffCompanies::none));
    }

    /** Empty when nobody of the company has this id, or nobody that they may see. */
    public Optional<Contact> contact(String companyId, String userId) {
        if (!isId(companyId) || !isId(userId)) return Optional.empty();
        return read("/companies/" + companyId + "/contacts/" + userId, Contact.class);
    }

    /** Somebody to be let in. */
    public record NewClient(String email, String firstName, String lastName, boolean invite) {}

    /** Lets somebody into the company and mails them an invitation, if Keycloak allows the staff member that. */
    public Keycloak.Done add(String companyId, NewClient client) {
        return keycloak.post(address("/companies/" + companyId + "/contacts"), visit.accessToken(), client);
    }

    /** Keycloak's pages are shorter, or empty, where not all of their rows are visible. */
    static <T> Page<T> page(String after, int max, BiFunction<String, Integer, Page<T>> read) {
        Page<T> page = read.apply(after, max);
        List<T> items = new ArrayList<>(page.items());
        for (int calls = 1; items.size() < max && page.next() != null && calls < MOST_CALLS; calls++) {
            page = read.apply(page.next(), MANY);
            items.addAll(page.items());
        }
        return new Page<>(items, page.next());
    }

    private static <T> Page<T> none() {
        return new Page<>(List.of(), null);
    }

    private <T> Optional<T> read(String path, Class<T> type) {
        return keycloak.read(address(path), visit.accessToken(), INVISIBLE, type);
    }

    private String address(String path) {
        return settings.keycloakUrl() + "/admin/realms/" + encoded(place.firm().realm()) + "/client-portal" + path;
    }

    private static String query(String search, String after, int max) {
        return "?max=" + max + (search == null ? "" : "&search=" + encoded(search))
                + (after == null ? "" : "&after=" + encoded(after));
    }

    /** For paths and queries. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean isId(String id) {
        return ID.matcher(id).matches();
    }
}
