package dev.clientportal.e2e.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Statements;
import dev.clientportal.e2e.Tokens;
import dev.clientportal.e2e.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the company of a token asks of our tables and of Keycloak's organizations, counted by the server itself. */
@ExtendWith(Stack.class)
@Tag("C2")
class TokenStatementsIT {
    private PortalApp app;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        Portal.open();
        app = PortalApp.ofThePortal();
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        visitor = Visitor.invited(contact);
    }

    @AfterEach
    void removeTheApp() {
        app.close();
    }

    @Test
    @Tag("C4")
    void guardAndClaimsOfARefreshTakeOne() {
        Tokens tokens = app.tokens(visitor.browser(), Map.of("company", "cedar-cycles"));

        List<String> statements = Statements.of(tokens::refreshed);

        assertThat(ours(statements)).hasSize(1);
        assertThat(searches(statements)).isEmpty();
    }

    @Test
    @Tag("C1")
    void switchTakesThreeAndLooksForItsAliasOnce() {
        List<String> statements =
                Statements.of(() -> assertThat(app.tokens(visitor.browser(), Map.of("company", "cedar-cycles"))
                                .companies())
                        .containsExactly("cedar-cycles"));

        assertThat(ours(statements)).hasSize(3);
        assertThat(searches(statements)).hasSize(1);
    }

    private static List<String> ours(List<String> statements) {
        return statements.stream()
                .filter(statement -> statement.contains("CP_"))
                .toList();
    }

    private static List<String> searches(List<String> statements) {
        return statements.stream()
                .filter(statement -> statement.matches("(?is).*\\bfrom ORG\\b.*") && !statement.contains("CP_"))
                .toList();
    }
}
