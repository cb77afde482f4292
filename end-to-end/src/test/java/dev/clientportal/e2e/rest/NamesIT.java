package dev.clientportal.e2e.rest;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.ServerLog;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People are called what they are called; what would be more than a name or an address is refused. */
@ExtendWith(Stack.class)
@Tag("S15")
@Tag("S16")
class NamesIT {
    @SuppressWarnings("NonFinalStaticField") // One company is enough.
    private static String company;

    @BeforeAll
    static void openCompany() {
        Portal.open();
        company = Portal.newCompany();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë",
                "Jean-Luc O’Brien",
                "شريف محمد",
                "שרה",
                "李小龍",
                "Anna 🎉",
                "👩‍👩‍👧",
                "e\u0301mile",
                "Ⅻ",
                "null",
                "-1",
                "d'Arc",
            })
    void namesComeBackAsTheyWereGiven(String name) {
        String email = address();
        Answer added = Portal.ok(add(Map.of("email", email, "firstName", name, "lastName", name, "silent", true)));

        JsonNode contact = Portal.ok(Portal.mia().get(path(added))).json();
        assertThat(contact.path("firstName").asText()).isEqualTo(name);
        assertThat(contact.path("lastName").asText()).isEqualTo(name);
        Mailbox mailbox = Mailbox.of(email);
        Portal.ok(Portal.mia().post(path(added) + "/invitations"));
        assertThat(mailbox.next().text()).contains(name + " " + name);
    }

    @Test
    void nameHasAtMost255Letters() {
        String most = "ä".repeat(255);
        Answer added = Portal.ok(add(Map.of("email", address(), "firstName", most, "lastName", most, "silent", true)));
        assertThat(Portal.ok(Portal.mia().get(path(added)))
                        .json()
                        .path("firstName")
                        .asText())
                .isEqualTo(most);

        assertRefused("firstName", most + "ä");
        assertRefused("lastName", "ä".repeat(10_240));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna\r\nBcc: evil@evil.example",
                "Anna\nTamm",
                "Anna\rTamm",
                "Anna\u0000Tamm",
                "Anna\u001b[31mTamm",
                "Anna\u0085Tamm",
                "<script>alert(1)</script>",
                "${7*7}",
            })
    void whatIsMoreThanANameIsRefused(String name) {
        assertRefused("firstName", name);
        assertRefused("lastName", name);
    }

    static Stream<String> noAddresses() {
        return Stream.of(
                "",
                " ",
                "nobody",
                "@client.example",
                "nobody@",
                "no body@client.example",
                "nobody@client..example",
                "nobody@client.example, other@client.example",
                "nobody@client.example;other@client.example",
                "<nobody@client.example>",
                "Nobody <nobody@client.example>",
                "nobody@client.example\r\nBcc: evil@evil.example",
                "nobody@client.example\nBcc: evil@evil.example",
                "nobody\r\n@client.example",
                "nobody@client.example\u0000",
                "nobody@client.example%0d%0aBcc:evil@evil.example",
                "n".repeat(10_240) + "@client.example",
                "nobody@" + "c".repeat(64) + ".example",
                "nobody@👩‍👧.example",
                "nobody@[127.0.0.1]\u0007",
                // Keycloak's user profile: not every mail server takes such letters before the @.
                "jüri@client.example");
    }

    @ParameterizedTest
    @MethodSource("noAddresses")
    void whatIsNoAddressIsRefused(String address) {
        long before = users();

        JsonNode problem =
                assertProblem(add(Map.of("email", address, "firstName", "No", "lastName", "Body")), 400, "invalid");

        assertThat(problem.path("field").asText()).isEqualTo("email");
        assertThat(users()).isEqualTo(before);
    }

    /** The domain goes over the wire in its ASCII form; people see it as they write it. */
    @Test
    void addressOfAnInternationalDomainGetsItsMailAndComesIn() {
        String name = "info." + UUID.randomUUID();
        ServerLog log = ServerLog.fromNow();
        Answer added = Portal.ok(
                add(Map.of("email", name + "@bücher.example", "firstName", "In", "lastName", "Fo", "silent", true)));
        assertThat(added.json().path("email").asText()).isEqualTo(name + "@bücher.example");
        Mailbox mailbox = Mailbox.of(name + "@xn--bcher-kva.example");

        Portal.ok(Portal.mia().post(path(added) + "/invitations"));

        Visitor visitor = new Visitor();
        visitor.use(Mailbox.link(mailbox.next()));
        assertThat(visitor.isSignedIn()).isTrue();
        log.assertNoFailure();
    }

    private static void assertRefused(String field, String name) {
        long before = users();
        JsonNode problem = assertProblem(
                add(Map.of("email", address(), "firstName", "Anna", "lastName", "Tamm", "silent", true), field, name),
                400,
                "invalid");
        assertThat(problem.path("field").asText()).isEqualTo(field);
        assertThat(problem.toString()).doesNotContain("evil", "script");
        assertThat(users()).isEqualTo(before);
    }

    private static Answer add(Map<String, Object> person, String field, String value) {
        Map<String, Object> changed = new HashMap<>(person);
        changed.put(field, value);
        return add(changed);
    }

    private static Answer add(Map<String, Object> person) {
        return Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/contacts", person);
    }

    private static String path(Answer added) {
        return Portal.ADMIN + "/companies/" + company + "/contacts/"
                + added.json().path("userId").asText();
    }

    private static String address() {
        return "named." + UUID.randomUUID() + "@client.example";
    }

    private static long users() {
        return TestSupport.select("SELECT COUNT(*) AS many FROM USER_ENTITY")
                .path(0)
                .path("many")
                .asLong();
    }
}
