package dev.clientportal.e2e.firm;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Json;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A firm's settings, and the first gate. What happens to two at the same moment, {@code ConcurrencyTests} shows. */
@ExtendWith(Stack.class)
class FirmIT {
    private static final String NAME = UUID.randomUUID().toString().substring(0, 8);

    private final Api administrator = Portal.administrator();
    private TestFirm firm;

    @BeforeEach
    void newFirm() {
        firm = TestFirm.create();
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
    }

    @Test
    @Tag("A1")
    void nothingIsSwitchedOnUntilTheFirmIsActive() {
        assertProblem(firm.activate(), 409, "settings-incomplete");
        Portal.ok(firm.save(Map.of("domain", anyDomain())));
        Portal.ok(firm.activate());
        String open = firm.newCompany();
        Contact contact = firm.addContact(open);
        String closed = firm.newCompany();
        Portal.ok(administrator.post(firm.admin() + "/companies/" + closed + "/deactivate"));
        Portal.ok(administrator.post(firm.path(contact) + "/disable"));
        Portal.ok(administrator.post(firm.admin() + "/firm/deactivate"));

        Map<String, Answer> refused = new LinkedHashMap<>();
        refused.put("company", administrator.post(firm.admin() + "/companies/" + closed + "/activate"));
        refused.put("contact", administrator.post(firm.path(contact) + "/enable"));
        refused.put("invitation", administrator.post(firm.path(contact) + "/invitations"));
        refused.put(
                "new contact",
                administrator.post(
                        firm.admin() + "/companies/" + open + "/contacts",
                        Map.of("email", "early." + NAME + "@client.example", "silent", true)));
        refused.put(
                "bulk",
                administrator.post(
                        firm.admin() + "/companies/bulk", Map.of("companies", List.of(closed), "silent", true)));
        assertThat(refused).allSatisfy((what, answer) -> assertProblem(answer, 409, "firm-inactive"));
        assertThat(companyIsActive(closed)).isFalse();
        assertThat(contactState(contact)).isEqualTo("DISABLED");
        assertThat(Portal.ok(administrator.get("/admin/realms/" + firm.realm() + "/users?search=early." + NAME))
                        .json())
                .as("users made for a refused contact")
                .isEmpty();

        Portal.ok(firm.activate());
        Portal.ok(administrator.post(firm.admin() + "/companies/" + closed + "/activate"));
        Portal.ok(administrator.post(firm.path(contact) + "/enable"));
        assertThat(companyIsActive(closed)).isTrue();
        assertThat(contactState(contact)).isEqualTo("ENABLED");
    }

    @Test
    @Tag("A2")
    void activationNamesTheSettingThatIsMissing() {
        JsonNode unsaved = assertProblem(firm.activate(), 409, "settings-incomplete");
        assertThat(unsaved.path("field").asText()).isEqualTo("domain");

        Portal.ok(firm.save(Map.of(
                "name",
                "Firm",
                "description",
                "Ours",
                "primaryColor",
                "#0b6e6e",
                "help",
                "Ask us",
                "whiteLabel",
                true)));
        JsonNode domainless = assertProblem(firm.activate(), 409, "settings-incomplete");
        assertThat(domainless.path("field").asText()).isEqualTo("domain");
        assertThat(firm.settings().json().path("active").asBoolean()).isFalse();

        Portal.ok(firm.save(Map.of("domain", anyDomain())));
        JsonNode active = Portal.ok(firm.activate()).json();
        assertThat(active.path("active").asBoolean()).isTrue();
        assertThat(active.hasNonNull("name") || active.hasNonNull("primaryColor") || active.hasNonNull("logo"))
                .as("optional settings are optional")
                .isFalse();
    }

    @Test
    @Tag("A2")
    void activePortalKeepsADomain() {
        String domain = anyDomain();
        Portal.ok(firm.save(Map.of("domain", domain)));
        Portal.ok(firm.activate());

        JsonNode problem = assertProblem(firm.save(Map.of("name", "Without")), 409, "settings-incomplete");

        assertThat(problem.path("field").asText()).isEqualTo("domain");
        assertThat(firm.settings().json().path("domain").asText()).isEqualTo(domain);
        assertThat(firm.settings().json().hasNonNull("name")).isFalse();
    }

    @Test
    @Tag("A2")
    void organizationsHaveToBeOnInTheRealm() {
        Portal.ok(firm.save(Map.of("domain", anyDomain())));
        Portal.ok(administrator.put("/admin/realms/" + firm.realm(), Map.of("organizationsEnabled", false)));

        JsonNode problem = assertProblem(firm.activate(), 409, "settings-incomplete");

        assertThat(problem.path("field").asText()).isEqualTo("organizationsEnabled");
    }

    @Test
    @Tag("A1")
    void activatingTwiceIsActivatingOnce() {
        Portal.ok(firm.save(Map.of("domain", anyDomain())));
        Portal.ok(firm.activate());
        Portal.ok(firm.activate());
        Portal.ok(administrator.post(firm.admin() + "/firm/deactivate"));
        Portal.ok(administrator.post(firm.admin() + "/firm/deactivate"));

        List<JsonNode> events = Facts.list(Portal.ok(administrator.get("/admin/realms/" + firm.realm()
                        + "/admin-events?operationTypes=ACTION&resourcePath=client-portal/firm"))
                .json());
        assertThat(events).hasSize(2);
    }

    @Test
    @Tag("A3")
    void domainIsTakenHoweverItIsSpelled() {
        String domain = "bücher." + NAME + ".example";
        Portal.ok(firm.save(Map.of("domain", domain)));
        TestFirm other = TestFirm.create();
        try {
            for (String spelling : List.of(
                    domain,
                    domain.toUpperCase(Locale.ROOT),
                    "xn--bcher-kva." + NAME + ".example",
                    "XN--BCHER-KVA." + NAME.toUpperCase(Locale.ROOT) + ".Example",
                    Normalizer.normalize(domain, Normalizer.Form.NFD),
                    domain.replace("b", "ｂ").replace('.', '。'),
                    "  " + domain + " ")) {
                JsonNode taken = assertProblem(other.save(Map.of("domain", spelling)), 409, "domain-taken");

                assertThat(taken.path("field").asText()).isEqualTo("domain");
                assertThat(taken.path("variations")).as(spelling).isNotEmpty();
                for (JsonNode variation : taken.path("variations")) {
                    JsonNode check = check(other, variation.asText());
                    assertThat(check.path("valid").asBoolean()).isTrue();
                    assertThat(check.path("taken").asBoolean()).isFalse();
                }
                assertThat(check(other, spelling).path("taken").asBoolean())
                        .as(spelling)
                        .isTrue();
            }
            assertThat(other.settings().json().hasNonNull("domain")).isFalse();
            assertThat(check(firm, domain).path("taken").asBoolean())
                    .as("by itself")
                    .isFalse();
            assertThat(firm.settings().json().path("domainAscii").asText())
                    .isEqualTo("xn--bcher-kva." + NAME + ".example");

            Portal.ok(firm.save(Map.of("domain", anyDomain())));
            Portal.ok(other.save(Map.of("domain", domain)));
        } finally {
            other.remove();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "localhost",
        "-a.example",
        "a..example",
        "a b.example",
        "192.168.1.1",
        "https://a.example",
        "a.example/x"
    })
    @Tag("A3")
    void whatIsNoDomainIsRefused(String text) {
        JsonNode problem = assertProblem(firm.save(Map.of("domain", text)), 400, "invalid");

        assertThat(problem.path("field").asText()).isEqualTo("domain");
        assertThat(check(firm, text).path("valid").asBoolean()).isFalse();
    }

    @Test
    void changeMadeFromAnOldVersionIsRefused() {
        ObjectNode first = (ObjectNode) Portal.ok(firm.save(Map.of("domain", anyDomain(), "name", "First")))
                .json();
        int version = first.path("version").asInt();
        assertThat(firm.settings().header("ETag")).isEqualTo("\"" + version + "\"");
        ObjectNode second = first.deepCopy().put("name", "Second");
        Portal.ok(administrator.put(firm.admin() + "/firm", second));

        ObjectNode late = first.deepCopy().put("name", "Late");
        assertProblem(administrator.put(firm.admin() + "/firm", late), 412, "version-conflict");
        late.remove("version");
        assertProblem(putIfMatch(late, "\"" + version + "\""), 412, "version-conflict");
        assertProblem(putIfMatch(late, "nonsense"), 412, "version-conflict");
        assertThat(firm.settings().json().path("name").asText()).isEqualTo("Second");

        String now = firm.settings().header("ETag");
        assertThat(putIfMatch(late, "\"x\", W/" + now).status()).isEqualTo(200);
        assertThat(putIfMatch(late, "*").status()).isEqualTo(200);
    }

    @Test
    void settingsComeBackAsTheyWereSaved() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("domain", anyDomain());
        wanted.put("name", "Müller & Söhne <GmbH> \"日本\" 🧾");
        wanted.put("description", "First line\nsecond line");
        wanted.put("primaryColor", "#A1b2C3");
        wanted.put("help", "help@firm.example");
        wanted.put("portalClientId", "account-console");
        wanted.put("timeZone", "Europe/Tallinn");
        wanted.put("invitationValidity", 3600);
        wanted.put("invitationSubject", "{{firm}} invites {{ firstName }}");
        wanted.put("invitationText", "Until {{expires}}");
        wanted.put("whiteLabel", true);
        wanted.put("oneClick", true);
        wanted.put("ledgerDays", 30);
        Portal.ok(firm.save(wanted));

        ObjectNode saved = (ObjectNode) firm.settings().json();
        assertThat(saved.retain(wanted.keySet())).isEqualTo(Json.tree(wanted));

        // Texts that are left out are cleared, the rest keeps its value.
        JsonNode less =
                Portal.ok(firm.save(Map.of("domain", wanted.get("domain")))).json();
        assertThat(less.hasNonNull("name") || less.hasNonNull("help") || less.hasNonNull("invitationText"))
                .isFalse();
        assertThat(less.path("invitationValidity").asInt()).isEqualTo(3600);
        assertThat(less.path("whiteLabel").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "invitationValidity | 3599",
                "invitationValidity | 604801",
                "invitationValidity | -1",
                "ledgerDays         | 29",
                "ledgerDays         | 3651",
                "primaryColor       | '\"red\"'",
                "primaryColor       | '\"#12345\"'",
                "primaryColor       | '\"#1234567\"'",
                "primaryColor       | '\"#000000;background:url(//evil.example)\"'",
                "timeZone           | '\"Mars/Olympus\"'",
                "portalClientId     | '\"no-such-client\"'",
                "invitationText     | '\"Dear {{password}}\"'",
                "invitationSubject  | '\"{{link}}\"'",
            })
    void wrongSettingIsNamedAndNothingIsSaved(String field, String value) {
        Portal.ok(firm.save(Map.of("domain", anyDomain(), "name", "Before")));
        JsonNode before = firm.settings().json();
        ObjectNode changed = before.deepCopy();
        changed.put("name", "After").set(field, Json.parse(value));

        JsonNode problem = assertProblem(administrator.put(firm.admin() + "/firm", changed), 400, "invalid");

        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(firm.settings().json()).isEqualTo(before);
    }

    @Test
    void whatOthersDecideIsNotChangedByASave() {
        Portal.ok(firm.save(Map.of(
                "domain", anyDomain(), "active", true, "domainAscii", "other.example", "logo", "x", "icon", "y")));

        JsonNode saved = firm.settings().json();
        assertThat(saved.path("active").asBoolean()).isFalse();
        assertThat(saved.path("domainAscii").asText()).isNotEqualTo("other.example");
        assertThat(saved.hasNonNull("logo") || saved.hasNonNull("icon")).isFalse();
    }

    private Answer putIfMatch(JsonNode settings, String tags) {
        return administrator.send(administrator
                .request(firm.admin() + "/firm")
                .header("Content-Type", "application/json")
                .header("If-Match", tags)
                .PUT(BodyPublishers.ofString(settings.toString())));
    }

    private JsonNode check(TestFirm asked, String domain) {
        return Portal.ok(administrator.get(asked.admin() + "/firm/domain-check?domain="
                        + URLEncoder.encode(domain, StandardCharsets.UTF_8)))
                .json();
    }

    private boolean companyIsActive(String company) {
        return Portal.ok(administrator.get(firm.admin() + "/companies/" + company))
                .json()
                .path("active")
                .asBoolean();
    }

    private String contactState(Contact contact) {
        return Portal.ok(administrator.get(firm.path(contact)))
                .json()
                .path("state")
                .asText();
    }

    private static String anyDomain() {
        return "firm-" + UUID.randomUUID() + ".example";
    }
}
