package dev.clientportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"(clientPortal[\\w.-]*)\"|texts\\.(clientPortal\\w*)");

    private static final Pattern NAMED = Pattern.compile("\\{\\{\\w+}}");

    /** What the server alone uses: errors of the authenticator, its name in the list of ways, subjects of mails. */
    private static final Set<String> USED_BY_THE_SERVER = Set.of(
            "client-portal-magic-link-display-name",
            "client-portal-magic-link-help-text",
            "clientPortalAddressInvalid",
            "clientPortalCodeWrong",
            "clientPortalCodeTooMany",
            "clientPortalMailUnavailable",
            "clientPortalRestart",
            "clientPortalInvitationSubject",
            "clientPortalLoginSubject",
            "clientPortalTaskAssignedSubject",
            "clientPortalReminderSubject",
            "clientPortalDocumentSubject",
            "clientPortalCustomSubject");

    /** Acts of the console's pages: their buttons, of which the other texts are named after. */
    private static final List<String> ACTS = Stream.of(
                    "Activate",
                    "Deactivate",
                    "Invite",
                    "Resend",
                    "Enable",
                    "EnableSilently",
                    "Disable",
                    "Block",
                    "Unblock",
                    "Revoke",
                    "Retry",
                    "Accept",
                    "Ignore")
            .map("clientPortalAdmin"::concat)
            .toList();

    private static Theme theme(String type) {
        return switch (type) {
            case "login" -> Theme.login();
            case "email" -> Theme.email();
            case "admin" -> Theme.admin();
            default -> Theme.account();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email", "account", "admin"})
    void everyTextIsThereInAllLanguages(String type) {
        Set<String> english = ours(theme(type), "en");

        for (String language : Theme.LANGUAGES) {
            assertThat(ours(theme(type), language)).as(language).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email", "account", "admin"})
    void textsAreTheOnesInUse(String type) throws IOException {
        Set<String> used = used(type);

        Set<String> texts = ours(theme(type), "en").stream()
                .filter(key -> !USED_BY_THE_SERVER.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email", "account", "admin"})
    void translationsTakeTheSameValues(String type) {
        Properties english = theme(type).messages("en");

        for (String language : Theme.LANGUAGES) {
            Properties translated = theme(type).messages(language);
            for (String key : ours(theme(type), language)) {
                assertThat(placeholders(translated.getProperty(key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email", "account", "admin"})
    void nothingIsLeftUntranslatedAndApostrophesSurviveFormatting(String type) {
        Properties english = theme(type).messages("en");

        for (String language : Theme.LANGUAGES) {
            theme(type).messages(language).forEach((key, text) -> {
                assertThat((String) text)
                        .as("%s in %s", key, language)
                        .isNotBlank()
                        .doesNotContain("'", "<", "  ");
                if (!language.equals("en")) {
                    assertThat(text).as("%s in %s", key, language).isNotEqualTo(english.get(key));
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email", "account", "admin"})
    void textsOfKeycloakThatWeTranslateExistInKeycloak(String type) {
        for (String language : Theme.LANGUAGES) {
            assertThat(theme(type).messages(language).stringPropertyNames())
                    .filteredOn(key -> !isOurs(key))
                    .allMatch(theme(type).stockMessages()::containsKey);
        }
    }

    private static Set<String> ours(Theme theme, String language) {
        return theme.messages(language).stringPropertyNames().stream()
                .filter(MessagesTest::isOurs)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOurs(String key) {
        return key.startsWith("clientPortal") || key.startsWith("client-portal-");
    }

    private static Set<String> used(String type) throws IOException {
        Set<String> keys = new TreeSet<>();
        Path sources = type.equals("admin")
                ? Path.of("src/main/console/src")
                : Path.of("src/main/resources/theme/client-portal", type);
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(ftl|js|json|tsx?)"))
                    .toList()) {
                Matcher matcher = KEY.matcher(Files.readString(file));
                while (matcher.find()) {
                    keys.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
                }
            }
        }
        if (type.equals("admin")) ACTS.forEach(act -> addForms(keys, act));
        if (keys.remove("clientPortalDoor.")) {
            Samples.DOORS.forEach(kind -> addBoth(keys, "clientPortalDoor." + kind));
        }
        if (keys.remove("clientPortalDone.")) {
            Samples.DONE.forEach(kind -> addBoth(keys, "clientPortalDone." + kind));
        }
        return keys;
    }

    /** What stands around an act's name. */
    private static void addForms(Set<String> keys, String act) {
        keys.addAll(List.of(act + "Title", act + "Text", act + "Done"));
    }

    private static void addBoth(Set<String> keys, String kind) {
        keys.addAll(List.of(kind + ".title", kind + ".text"));
    }

    private static List<?> placeholders(String text) {
        if (text.contains("{{")) {
            return NAMED.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .distinct()
                    .sorted()
                    .toList();
        }
        int count = new MessageFormat(text).getFormatsByArgumentIndex().length;
        Matcher used = Pattern.compile("\\{(\\d)}").matcher(text);
        List<Integer> indexes = used.results()
                .map(match -> Integer.valueOf(match.group(1)))
                .sorted()
                .toList();
        assertThat(indexes).hasSize(count);
        return indexes;
    }
}
