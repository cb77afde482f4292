package dev.clientportal.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.ReceivedMail;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That nothing is loaded from elsewhere, and no page breaks its policy, every browser test looks at: see {@link Person}. */
@InBrowser
@Tag("S1")
@Tag("S16")
class SafePagesIT {
    @Test
    void everyPageOfALoginIsStrictAndLeavesNoTrace() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage address = AddressPage.of(person.page(), app.loginUrl());
            address.type("nobody");
            SentPage sent = new AddressPage(person.page()).ask(contact.email());
            ReceivedMail mail = mailbox.next();
            sent.type("000000".equals(Mailbox.code(mail)) ? "111111" : "000000");
            PlaywrightAssertions.assertThat(sent.error()).isVisible();
            person.page().waitForLoadState();
            person.page().reload();
            LinkPage.of(person.page(), Mailbox.link(mail)).press();
            Signed.in(person.page(), contact);
            DoorPage.of(person.page(), Mailbox.link(mail)).askForFresh();
            person.page().navigate(Stack.local().realmUrl() + "/protocol/openid-connect/logout");
            person.page()
                    .navigate(Stack.local().realmUrl()
                            + "/protocol/openid-connect/auth?client_id=portal-demo&redirect_uri=x");

            List<Response> pages = person.documents().stream()
                    .filter(answer -> answer.headerValue("content-type") != null)
                    .filter(answer -> answer.headerValue("content-type").startsWith("text/html"))
                    .toList();

            assertThat(pages).hasSizeGreaterThanOrEqualTo(9).allSatisfy(SafePagesIT::assertStrict);
        }
    }

    private static void assertStrict(Response page) {
        String policy = page.headerValue("content-security-policy");
        assertThat(policy)
                .as(page.url())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:", "https:", "data:");
        assertThat(page.headerValue("cache-control")).as(page.url()).contains("no-store");
        assertThat(page.headerValue("referrer-policy")).as(page.url()).isEqualTo("no-referrer");
        assertThat(page.headerValue("x-content-type-options")).as(page.url()).isEqualTo("nosniff");
        assertThat(page.headerValue("x-frame-options")).as(page.url()).isEqualTo("DENY");
    }
}
