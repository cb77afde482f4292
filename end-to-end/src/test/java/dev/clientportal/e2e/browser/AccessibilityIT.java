package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.FirmSettings;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.stack.ReceivedMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
@Tag("S17")
class AccessibilityIT {
    /** A mid blue, a bright yellow, nearly black: on white and on dark, one of them is always hard to read. */
    @ParameterizedTest
    @ValueSource(strings = {"#1d6fb8", "#ffe600", "#0b0b0d"})
    void noPageKeepsAnybodyOutWhateverTheBrandColour(String colour) {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Map<String, List<String>> problems = new LinkedHashMap<>();
        try (FirmSettings firm = FirmSettings.with("primaryColor", colour);
                DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            Page page = person.page();
            String suffix = colour.substring(1);
            AddressPage address = AddressPage.of(page, app.loginUrl());
            check(page, "address-" + suffix, problems);
            address.type("nobody");
            check(page, "address-error-" + suffix, problems);
            SentPage sent = new AddressPage(page).ask(contact.email());
            check(page, "sent-" + suffix, problems);
            ReceivedMail mail = mailbox.next();
            sent.type("000000".equals(Mailbox.code(mail)) ? "111111" : "000000");
            check(page, "sent-error-" + suffix, problems);
            LinkPage link = LinkPage.of(page, Mailbox.link(mail));
            check(page, "link-" + suffix, problems);
            link.press();
            Signed.in(page, contact);

            page.navigate(Stack.local().realmUrl() + "/protocol/openid-connect/logout");
            check(page, "logout-confirm-" + suffix, problems);
            DoorPage door = DoorPage.of(page, Mailbox.link(mail));
            check(page, "door-" + suffix, problems);
            TestSupport.moveClock(Duration.ofSeconds(61));
            door.askForFresh();
            check(page, "done-" + suffix, problems);
            page.navigate(
                    Stack.local().realmUrl() + "/protocol/openid-connect/auth?client_id=portal-demo&redirect_uri=x");
            check(page, "error-" + suffix, problems);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void keyboardIsEnough() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            Page page = person.page();
            AddressPage.of(page, app.loginUrl());
            assertThat(page.locator("#email")).isFocused();
            page.keyboard().type(contact.email());
            page.keyboard().press("Enter");
            new SentPage(page);
            ReceivedMail mail = mailbox.next();
            tabTo(page, "code");
            page.keyboard().type("000000".equals(Mailbox.code(mail)) ? "111111" : "000000");
            page.keyboard().press("Enter");
            assertThat(page.locator("#code-error")).isVisible();
            assertThat(page.locator("#code")).isFocused();

            page.navigate(Mailbox.link(mail));
            tabTo(page, "client-portal-not-me-button");
            page.keyboard().press("Shift+Tab");
            assertThat(page.locator("#client-portal-open-button")).isFocused();
            page.keyboard().press("Enter");
            Signed.in(page, contact);
        }
    }

    @Test
    void codeFieldIsMadeForCodes() {
        try (DemoApp app = new DemoApp();
                Person person = Person.atPhone()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(AddressPage.ofNobody());

            assertThat(person.page().locator("#code")).hasAttribute("autocomplete", "one-time-code");
            assertThat(person.page().locator("#code")).hasAttribute("inputmode", "numeric");
            assertThat(person.page().getByLabel("Code from the mail")).hasCount(1);
            assertThat(person.page().locator("#code")).hasAccessibleDescription("6 digits; spaces don’t matter");
        }
    }

    @Test
    void pastedCodeIsTakenOutOfTheTextAroundIt() {
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(AddressPage.ofNobody());
            person.page()
                    .evaluate("() => { const data = new DataTransfer(); data.setData('text/plain', 'Code: 123 456.');"
                            + " document.querySelector('#code').dispatchEvent(new ClipboardEvent('paste',"
                            + " {clipboardData: data, bubbles: true, cancelable: true})); }");

            assertThat(person.page().locator("#code")).hasValue("123 456");
        }
    }

    @Test
    void waitIsToldToScreenReadersAndEndsByItself() {
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            person.page().clock().install();
            AddressPage.of(person.page(), app.loginUrl()).ask(AddressPage.ofNobody());
            assertThat(person.page().locator("#client-portal-resend-button")).isDisabled();
            assertThat(person.page().locator("#resend-wait")).containsText("You can ask for another mail in");

            person.page().clock().runFor(20_000);
            assertThat(person.page().locator("[aria-live=polite]")).containsText("You can ask for another mail in");

            person.page().clock().runFor(45_000);
            assertThat(person.page().locator("[aria-live=polite]")).hasText("You can try again now.");
            assertThat(person.page().locator("#client-portal-resend-button")).isEnabled();
        }
    }

    @Test
    @Tag("S18")
    void rightToLeftLanguagesRunThatWay() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Map<String, List<String>> problems = new LinkedHashMap<>();
        try (RealmLanguages languages = RealmLanguages.plus("ar");
                DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage address = AddressPage.of(person.page(), app.loginUrl("ui_locales", "ar"));
            assertThat(person.page().locator("html")).hasAttribute("dir", "rtl");
            assertThat(person.page().locator("html")).hasAttribute("lang", "ar");
            assertThat(person.page().locator("#email")).hasAttribute("dir", "ltr");
            check(person.page(), "address-ar", problems);
            address.ask(contact.email());
            check(person.page(), "sent-ar", problems);
            LinkPage.of(person.page(), Mailbox.link(mailbox.next()) + "?kc_locale=ar");
            assertThat(person.page().locator("html")).hasAttribute("dir", "rtl");
            check(person.page(), "link-ar", problems);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void pagesFitASmallPhoneWithLargeText() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (DemoApp app = new DemoApp();
                Person person = Person.atPhone()) {
            Page page = person.page();
            page.setViewportSize(320, 640);
            AddressPage address = AddressPage.of(page, app.loginUrl());
            assertNothingIsCutOff(page);
            address.ask(contact.email().replace("@", ".with.a.very.long.name.indeed@"));
            assertNothingIsCutOff(page);
            LinkPage.of(page, link);
            assertNothingIsCutOff(page);
        }
    }

    private static void check(Page page, String name, Map<String, List<String>> problems) {
        page.waitForSelector("main");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(Pictures.PHONE, Pictures.COMPUTER)) {
                page.setViewportSize(width, 900);
                settle(page);
                List<String> found = new ArrayList<>(Browser.seriousProblems(page));
                String picture = name + (scheme == ColorScheme.DARK ? "-dark" : "");
                if (!found.isEmpty()) problems.put(picture + "-" + width, found);
                Browser.screenshot(page, picture);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Colours that fade from one scheme to the other would be measured halfway. */
    private static void settle(Page page) {
        page.evaluate("() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => {})))");
    }

    private static void tabTo(Page page, String id) {
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                assertFocusIsSeen(page);
                return;
            }
        }
        throw new AssertionError("Tab never came to " + id);
    }

    private static void assertFocusIsSeen(Page page) {
        Object seen = page.evaluate("() => { const style = getComputedStyle(document.activeElement);"
                + " return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)"
                + " || style.boxShadow !== 'none'; }");
        assertThat(seen).as("a visible focus").isEqualTo(true);
    }

    private static void assertNothingIsCutOff(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling at " + page.url())
                .isEqualTo(true);
    }
}
