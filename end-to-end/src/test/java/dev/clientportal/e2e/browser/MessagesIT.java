package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.clientportal.e2e.browser.Pictures.looks;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What contacts write to their firm. */
@InBrowser
@ExtendWith(LandsInPortal.class)
class MessagesIT {
    private static final String MESSAGE = ".app-talk > li";
    private static final String TEXT = ".app-talk-text";

    @Test
    @Tag("E4")
    @Tag("E5")
    void contactWritesAndReadsItAgain() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact);
            page.click(".app-nav a:has-text('Messages')");
            assertThat(page.locator("h2")).hasText("No messages yet");
            looks(page, "messages-none");

            write(page, "Good morning,\n\nmay I bring the receipts on <b>Friday</b>? 👩‍💻");
            write(page, "שלום, מה שלומך?");

            assertThat(page.locator(MESSAGE)).hasCount(2);
            assertThat(page.locator(TEXT).first())
                    .hasText("Good morning,\n\nmay I bring the receipts on <b>Friday</b>? 👩‍💻");
            assertThat(page.locator(".app-talk-head").first()).containsText("You");
            assertThat(page.locator("textarea")).hasValue("");
            page.reload();
            assertThat(page.locator(TEXT).last()).hasText("שלום, מה שלומך?");
            assertThat(page.locator(TEXT).last()).hasCSS("direction", "rtl");
            looks(page, "messages");
        }
    }

    @Test
    @Tag("E4")
    void worksWithoutAScript() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.withoutJavaScript()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(messages("birch-bakery"));

            write(page, "No script.");

            assertThat(page.locator(TEXT)).hasText("No script.");
        }
    }

    @Test
    void whatCannotBeSentSaysWhyAndStaysInTheForm() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(messages("birch-bakery"));

            send(page, "  \n ");
            assertThat(page.locator("#text-error")).hasText("Write something first.");
            send(page, "\u200b");
            assertThat(page.locator("#text-error")).hasText("Write something first.");
            String emoji = "😀".repeat(20_000);
            send(page, emoji);
            assertThat(page.locator("#text-error")).containsText("up to 4,000 characters");
            assertThat(page.locator("textarea")).hasValue(emoji);
            String line = "Longer than the page is wide, which is no reason to lose a word of it. ".repeat(60);
            send(page, line);
            assertThat(page.locator("textarea")).hasValue(line.strip());
            looks(page, "messages-too-long");
            assertThat(page.locator(MESSAGE)).hasCount(0);
            send(page, "ab\n".repeat(1333));
            assertThat(page.locator(MESSAGE)).hasCount(1);
            assertThat(post(page, UUID.randomUUID(), "with \u0000NUL")).isEqualTo(200);
            page.reload();
            assertThat(page.locator(TEXT).last()).hasText("with NUL");
        }
    }

    @Test
    void formSentTwiceIsOneMessage() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(messages("birch-bakery"));
            UUID form = UUID.fromString(page.locator("[name=id]").inputValue());

            assertThat(post(page, form, "Once.")).isEqualTo(200);
            assertThat(post(page, form, "Once.")).isEqualTo(200);
            write(page, "Once.");

            assertThat(page.locator(MESSAGE)).hasCount(1);
        }
    }

    @Test
    void formsSentAtTheSameMomentAreOneThreadWithEachOfThemOnce() {
        Contact contact = Portal.newContact("birch-bakery");
        Visitor visitor = Visitor.invited(contact);
        UUID twice = UUID.randomUUID();
        enter(visitor);

        List<Answer> answers = Parallel.calls(
                8, number -> post(visitor, number % 2 == 0 ? twice : UUID.randomUUID(), "Number " + number % 2));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(303));
        assertThat(visitor.browser().get(messages("birch-bakery")).document().select(MESSAGE))
                .hasSize(5);
    }

    @Test
    void longConversationShowsItsNewestAndLeadsToTheEarlier() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact);
            for (int i = 1; i <= 65; i++) {
                assertThat(post(page, UUID.randomUUID(), "Number " + i)).isEqualTo(200);
            }

            page.click(".app-nav a:has-text('Messages')");

            assertThat(page.locator(MESSAGE)).hasCount(30);
            assertThat(page.locator(TEXT).last()).hasText("Number 65");
            assertThat(page.locator("#newest")).isInViewport();
            page.click("text=Earlier messages");
            assertThat(page.locator(TEXT).first()).hasText("Number 6");
            assertThat(page.locator(TEXT).last()).hasText("Number 35");
            assertThat(page.locator("textarea")).hasCount(0);
            page.click("text=Earlier messages");
            assertThat(page.locator(MESSAGE)).hasCount(5);
            assertThat(page.locator("text=Earlier messages")).hasCount(0);
            page.click("text=Newest messages");
            assertThat(page.locator(TEXT).last()).hasText("Number 65");
        }
    }

    @Test
    @Tag("B18")
    void contactWithoutTheRightReadsButCannotWrite() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(messages("birch-bakery"));
            write(page, "While I may.");

            Portal.ok(Portal.mia().put(contact.path() + "/rights", Map.of("rights", List.of("VIEW_TASKS"))));
            page.waitForCondition(() -> {
                page.reload();
                return page.locator("textarea").count() == 0;
            });

            assertThat(page.locator(TEXT)).hasText("While I may.");
            assertThat(page.locator(".cp-hint-boxed")).containsText("You can read here, but not write.");
            looks(page, "messages-read-only");
            assertThat(post(page, UUID.randomUUID(), "While I may not.")).isEqualTo(403);
            page.reload();
            assertThat(page.locator(MESSAGE)).hasCount(1);
        }
    }

    @Test
    @Tag("B10")
    @Tag("E5")
    void otherContactOfTheCompanySeesNothingOfIt() {
        Contact first = Portal.newContact("birch-bakery");
        Contact second = Portal.newContact("birch-bakery");
        try (Person one = Person.atDesktop();
                Person other = Person.atDesktop()) {
            signIn(one.page(), first);
            one.page().navigate(messages("birch-bakery"));
            write(one.page(), "Between us.");

            signIn(other.page(), second);
            assertThat(other.page().locator(".app-count")).hasCount(0);
            other.page().navigate(messages("birch-bakery"));

            assertThat(other.page().locator("h2")).hasText("No messages yet");
            assertThat(other.page().content().contains("Between us.")).isFalse();
        }
    }

    @Test
    @Tag("E5")
    void contactOfTwoCompaniesHasAThreadInEach() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        try (Person person = Person.atDesktop()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(messages("birch-bakery"));
            write(page, "Bread.");

            page.navigate(messages("cedar-cycles"));
            assertThat(page.locator(MESSAGE)).hasCount(0);
            write(page, "Wheels.");

            assertThat(page.locator(TEXT)).hasText("Wheels.");
            page.navigate(messages("birch-bakery"));
            assertThat(page.locator(TEXT)).hasText("Bread.");
        }
    }

    @Test
    @Tag("A8")
    @Tag("A9")
    void companyThatClosesWhileTheContactWritesSaysSoAndAllIsThereAfterwards() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContact("cedar-cycles", contact.email());
        String company = Portal.ADMIN + "/companies/" + Portal.company("birch-bakery");
        try (Person person = Person.atPhone()) {
            Page page = person.page();
            signIn(page, contact);
            page.navigate(messages("cedar-cycles"));
            page.navigate(messages("birch-bakery"));
            write(page, "Sent before.");
            Page other = person.newTab();
            other.navigate(messages("birch-bakery"));
            page.fill("textarea", "Written when the door closed.");

            Portal.ok(Portal.mia().post(company + "/deactivate"));
            other.waitForCondition(() -> other.reload().status() == 403);
            page.click("text=Send");

            assertThat(page.locator("h1")).hasText("Birch Bakery OÜ is closed to you");
            Portal.ok(Portal.mia().post(company + "/activate"));
            page.click("text=Try again");
            page.click(".app-nav a:has-text('Messages')");
            assertThat(page.locator(TEXT)).hasText("Sent before.");
            assertThat(page.locator("textarea")).hasValue("Written when the door closed.");
            page.click("text=Send");
            assertThat(page.locator(TEXT).last()).hasText("Written when the door closed.");
            assertThat(page.locator("textarea")).hasValue("");
            page.reload();
            assertThat(page.locator("textarea")).hasValue("");
        } finally {
            Portal.ok(Portal.mia().post(company + "/activate"));
        }
    }

    /** By the invitation to Birch Bakery. */
    private static void signIn(Page page, Contact contact) {
        InPortal.arrive(page, contact, "birch-bakery");
    }

    /** Sends and waits for it. */
    private static void write(Page page, String text) {
        String form = page.locator("[name=id]").inputValue();
        send(page, text);
        assertThat(page.locator("[data-id='" + form + "']")).isVisible();
    }

    private static void send(Page page, String text) {
        Locator form = page.locator(".app-write");
        form.locator("textarea").fill(text);
        form.locator("button").click();
    }

    /** Past the page; answers the status in the end. */
    private static int post(Page page, UUID form, String text) {
        return page.request()
                .post(
                        messages("birch-bakery"),
                        RequestOptions.create()
                                .setHeader("Origin", Stack.local().portalUrl())
                                .setForm(FormData.create()
                                        .set("id", form.toString())
                                        .set("text", text)))
                .status();
    }

    private static Answer post(Visitor visitor, UUID form, String text) {
        return visitor.browser()
                .send(HttpRequest.newBuilder(URI.create(messages("birch-bakery")))
                        .header("Origin", Stack.local().portalUrl())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "id=" + form + "&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))));
    }

    /** Over the session at Keycloak: no page in between. */
    private static void enter(Visitor visitor) {
        Answer answer = visitor.browser().get(messages("birch-bakery"));
        for (int i = 0; i < 6 && answer.status() / 100 == 3; i++) {
            answer = visitor.browser().get(answer.location().toString());
        }
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String portal() {
        return Stack.local().portalUrl() + "/f/portal.northwind.example";
    }

    private static String messages(String company) {
        return portal() + "/c/" + company + "/messages";
    }
}
