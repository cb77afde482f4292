package dev.clientportal.themes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the server hands to the templates: the shapes are the contract with the extension. */
final class Samples {
    static final List<String> DOORS = List.of(
            "link-expired",
            "link-used",
            "link-superseded",
            "link-revoked",
            "link-invalid",
            "firm-inactive",
            "company-inactive",
            "contact-blocked",
            "contact-disabled",
            "not-a-contact",
            "not-a-member",
            "wait",
            "mail-unavailable",
            "csrf");
    static final List<String> DONE = List.of("fresh-sent", "not-me", "signed-in");

    /** What other systems ask for. */
    static final List<String> NOTICES = List.of("task-assigned", "reminder", "document", "custom");

    static final List<String> MAILS =
            Stream.concat(Stream.of("invitation", "login"), NOTICES.stream()).toList();

    static final String HOSTILE = "<script>alert(1)</script>\"'&${7*7}<#if x>{0} \u202Etxt";

    private Samples() {}

    record Page(String name, String template, Map<String, Object> model) {}

    /** Every page of ours in every shape it can take. */
    static List<Page> loginPages(String language, String name) {
        List<Page> pages = new ArrayList<>();
        Map<String, Object> common = common(language, name);
        pages.add(page("address", common, "address", "anna.tamm@example.ee", "rememberMeChecked", true));
        pages.add(page(
                "address",
                "error",
                common,
                Map.of("address", "anna@", "messagesPerField", new FieldMessages(Map.of("email", name)))));
        pages.add(page("address", "wait", common, Map.of("waitSeconds", 57, "portal", portal(name, false))));
        pages.add(page("address", "choices", common, Map.of("auth", new Auth(true), "social", social(name))));
        pages.add(page("address", "message", common, Map.of("message", Map.of("type", "error", "summary", name))));
        pages.add(page("address", "unbranded", without(common, "portal"), Map.of("waitSeconds", 0)));

        Map<String, Object> sent = values("address", "anna.tamm@example.ee", "minutes", 10, "waitSeconds", 57);
        pages.add(page("sent", common, "sent", sent));
        Map<String, Object> wrong = values("address", name + "@example.ee", "minutes", 10, "waitSeconds", 0);
        pages.add(page(
                "sent",
                "error",
                common,
                Map.of("sent", wrong, "messagesPerField", new FieldMessages(Map.of("code", name)))));

        pages.add(page("link", "invitation", common, Map.of("link", link("invitation", name, true))));
        pages.add(page("link", "same", common, Map.of("link", link("login", name, true))));
        pages.add(page("link", "other", common, Map.of("link", link("login", name, false))));
        Map<String, Object> bare = new HashMap<>(link("invitation", null, false));
        bare.keySet().removeAll(List.of("askedAt", "askedFrom"));
        pages.add(page("link", "bare", common, Map.of("link", bare)));
        Map<String, Object> switching = new HashMap<>(link("login", name, true));
        switching.put("signedInAs", "m•••@example.com");
        pages.add(page("link", "switch", common, Map.of("link", switching)));
        Map<String, Object> pressing = new HashMap<>(link("login", name, true));
        pressing.put("autoPress", true);
        pages.add(page("link", "press", common, Map.of("link", pressing)));

        pages.add(page("companies", "few", common, Map.of("companies", companies(name, 2, false))));
        pages.add(page("companies", "many", common, Map.of("companies", companies(name, 8, true))));

        for (String kind : DOORS) {
            pages.add(page("door", kind, common, Map.of("door", door(kind, name))));
        }
        pages.add(page("door", "bare", common, Map.of("door", values("kind", "something-new"))));
        for (String kind : DONE) {
            pages.add(page(
                    "done",
                    kind,
                    common,
                    Map.of("done", values("kind", kind, "maskedAddress", "a•••@example.ee", "continueUrl", "/go"))));
        }
        return pages;
    }

    private static Map<String, Object> companies(String name, int count, boolean refused) {
        return Map.of(
                "refused",
                refused,
                "list",
                IntStream.range(0, count)
                        .mapToObj(number -> Map.of("id", "id-" + number, "alias", "c" + number, "name", name + number))
                        .toList());
    }

    static Map<String, Object> common(String language, String name) {
        boolean rtl = language.equals("ar");
        Map<String, Object> model = new HashMap<>();
        model.put("lang", language);
        model.put("darkMode", true);
        model.put("realm", realm(name));
        model.put("portal", portal(name, true));
        model.put("auth", new Auth(false));
        model.put("messagesPerField", new FieldMessages(Map.of()));
        model.put("login", Map.of());
        model.put("scripts", List.of());
        model.put("isAppInitiatedAction", false);
        model.put(
                "url",
                Map.of(
                        "loginAction", "/realms/firm/login-actions/authenticate?session_code=a&tab_id=b",
                        "loginRestartFlowUrl", "/restart",
                        "loginUrl", "/login",
                        "loginResetCredentialsUrl", "/reset",
                        "logoutConfirmAction", "/logout",
                        "registrationUrl", "/register",
                        "ssoLoginInOtherTabsUrl", "/realms/firm/login-actions/restart?skip_logout=true",
                        "resourcesPath", "/resources/login",
                        "resourcesCommonPath", "/resources/common"));
        model.put(
                "locale",
                Map.of(
                        "rtl",
                        rtl,
                        "current",
                        rtl
                                ? "العربية"
                                : Locale.forLanguageTag(language).getDisplayLanguage(Locale.forLanguageTag(language)),
                        "currentLanguageTag",
                        language,
                        "supported",
                        Theme.LANGUAGES.stream()
                                .map(tag -> Map.of(
                                        "languageTag",
                                        tag,
                                        "url",
                                        "?kc_locale=" + tag,
                                        "label",
                                        Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag))))
                                .toList()));
        return model;
    }

    static Map<String, Object> portal(String name, boolean logo) {
        Map<String, Object> portal = values(
                "name",
                name,
                "description",
                "Your papers, your questions, one place. " + name,
                "styleUrl",
                "/brand.css",
                "poweredBy",
                true,
                "help",
                "help@nordlight.example");
        if (logo) {
            portal.put("logoUrl", "/logo.svg");
            portal.put("iconUrl", "/icon.svg");
        }
        return portal;
    }

    private static Map<String, Object> realm(String name) {
        return values(
                "name", "firm",
                "displayName", name,
                "displayNameHtml", name,
                "internationalizationEnabled", true,
                "rememberMe", true,
                "password", true,
                "loginWithEmailAllowed", true,
                "registrationEmailAsUsername", false,
                "registrationAllowed", false,
                "resetPasswordAllowed", true,
                "duplicateEmailsAllowed", false);
    }

    static Map<String, Object> link(String purpose, String company, boolean sameBrowser) {
        Map<String, Object> link = values(
                "purpose", purpose,
                "maskedAddress", "a•••@example.ee",
                "expires", "28 November 2026, 14:05 (Europe/Tallinn)",
                "sameBrowser", sameBrowser,
                "csrf", "c5rf",
                "actionUrl", "/open",
                "notMeUrl", "/not-me",
                "openedUrl", "/opened",
                "autoPress", false);
        link.put("askedAt", "21 November 2026, 14:05 (Europe/Tallinn)");
        link.put("askedFrom", "Chrome on Android");
        if (company != null) {
            link.put("company", company);
        }
        return link;
    }

    static Map<String, Object> door(String kind, String company) {
        Map<String, Object> door = values("kind", kind, "startUrl", "/start");
        if (kind.startsWith("link-") && !kind.equals("link-invalid") || kind.equals("wait")) {
            door.put("freshUrl", "/fresh");
            door.put("csrf", "c5rf");
        }
        if (List.of("company-inactive", "contact-blocked", "contact-disabled", "not-a-member")
                .contains(kind)) {
            door.put("company", company);
            door.put("help", "+372 600 1234");
        }
        if (kind.equals("wait")) {
            door.put("waitSeconds", 42);
        }
        return door;
    }

    static Map<String, Object> mail(String language, String name) {
        Map<String, Object> portal = portal(name, true);
        portal.put("logoUrl", "https://id.nordlight.example/logo.png");
        portal.put("primaryColor", "#0b5d4e");
        portal.put("onPrimaryColor", "#ffffff");
        Map<String, Object> model = values(
                "subject",
                name,
                "portal",
                portal,
                "contact",
                values("firstName", name, "lastName", "Tamm"),
                "company",
                name,
                "link",
                "https://id.nordlight.example/realms/firm/client-portal/link?key=abc&tab=1",
                "code",
                "123456",
                "title",
                name,
                "note",
                name + "\n\nUntil Friday.",
                "expires",
                "28 November 2026, 14:05 (Europe/Tallinn)",
                "askedAt",
                "21 November 2026, 14:05 (Europe/Tallinn)",
                "askedFrom",
                "Chrome on Android",
                "ltr",
                true,
                "locale",
                Locale.forLanguageTag(language));
        return model;
    }

    private static Map<String, Object> social(String name) {
        return Map.of(
                "providers",
                List.of(
                        Map.of("alias", "google", "loginUrl", "/google", "displayName", "Google", "iconClasses", ""),
                        Map.of("alias", "other", "loginUrl", "/other", "displayName", name, "iconClasses", "fa fa-x")));
    }

    static Map<String, Object> values(Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }

    private static Map<String, Object> without(Map<String, Object> model, String key) {
        Map<String, Object> rest = new HashMap<>(model);
        rest.remove(key);
        return rest;
    }

    private static Page page(String page, Map<String, Object> common, Object... pairs) {
        return page(page, "plain", common, values(pairs));
    }

    private static Page page(String page, String shape, Map<String, Object> common, Map<String, Object> own) {
        Map<String, Object> model = new HashMap<>(common);
        model.putAll(own);
        model.put("pageId", "client-portal-" + page);
        return new Page(page + "-" + shape, "client-portal-" + page + ".ftl", model);
    }

    /** Keycloak's MessagesPerFieldBean. */
    public record FieldMessages(Map<String, String> messages) {
        public boolean existsError(String... fields) {
            return List.of(fields).stream().anyMatch(messages::containsKey);
        }

        public boolean exists(String field) {
            return messages.containsKey(field);
        }

        public String get(String field) {
            return messages.get(field);
        }

        public String getFirstError(String... fields) {
            return List.of(fields).stream()
                    .filter(messages::containsKey)
                    .findFirst()
                    .map(messages::get)
                    .orElse("");
        }
    }

    /** Keycloak's AuthenticationContextBean. */
    public record Auth(boolean otherWays) {
        public boolean showTryAnotherWayLink() {
            return otherWays;
        }

        public boolean showUsername() {
            return false;
        }

        public boolean showResetCredentials() {
            return false;
        }

        public String getSelectedCredential() {
            return "";
        }

        public String getAttemptedUsername() {
            return "anna.tamm@example.ee";
        }

        public List<Map<String, String>> getAuthenticationSelections() {
            return List.of(
                    Map.of(
                            "authExecId", "1",
                            "displayName", "client-portal-magic-link-display-name",
                            "helpText", "client-portal-magic-link-help-text",
                            "iconCssClass", "kcAuthenticatorDefaultClass"),
                    Map.of(
                            "authExecId", "2",
                            "displayName", "password-display-name",
                            "helpText", "password-help-text",
                            "iconCssClass", "kcAuthenticatorPasswordClass"));
        }
    }
}
