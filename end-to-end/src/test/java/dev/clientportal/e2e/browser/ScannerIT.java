package dev.clientportal.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.FirmSettings;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.ReceivedMail;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail scanners and previews look at every address in a mail, some of them with a whole browser. */
@InBrowser
@Tag("X2")
@Tag("S1")
class ScannerIT {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

    @Test
    void scannersBeforeTheContactUseNothingUp() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        ReceivedMail mail = mailbox.next();

        scan(mail);

        assertThat(Links.used(contact)).isZero();
        assertThat(Facts.sessions(contact)).isEmpty();
        assertThat(Facts.liveLinks(contact)).hasSize(1);
        try (Person person = Person.atPhone()) {
            LinkPage.of(person.page(), Mailbox.link(mail)).press();
            Signed.inToAccount(person.page(), contact);
            assertThat(person.isSignedIn()).isTrue();
        }
    }

    @Test
    void scannersAfterTheContactGetNothingAndEndNothing() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            ReceivedMail mail = mailbox.next();
            LinkPage.of(person.page(), Mailbox.link(mail)).press();
            Signed.in(person.page(), contact);

            scan(mail);

            assertThat(Links.used(contact)).isEqualTo(1);
            assertThat(Facts.sessions(contact)).hasSize(1);
            assertThat(mailbox.unseen()).as("fresh links that nobody asked for").isEmpty();
        }
    }

    @Test
    void scannersDoNotCompleteALoginThatWaits() {
        Contact contact = Portal.newContact("birch-bakery");
        Mailbox mailbox = Mailbox.of(contact.email());
        try (DemoApp app = new DemoApp();
                Person person = Person.atDesktop()) {
            SentPage waiting = AddressPage.of(person.page(), app.loginUrl()).ask(contact.email());
            ReceivedMail mail = mailbox.next();

            scan(mail);

            assertThat(person.isSignedIn()).isFalse();
            assertThat(Facts.sessions(contact)).isEmpty();
            waiting.type(Mailbox.code(mail));
            Signed.in(person.page(), contact);
        }
    }

    @Test
    void readingTheAddressesOnlyIsNotOpening() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);

        readOnly(Set.of(link));
        assertThat(Links.isOpened(contact)).isFalse();

        try (Person person = Person.atDesktop()) {
            person.page()
                    .waitForResponse(
                            answer -> answer.url().endsWith("/opened"), () -> LinkPage.of(person.page(), link));
            assertThat(Links.isOpened(contact)).isTrue();
            assertThat(Links.used(contact)).isZero();
        }
    }

    /** The firm that wants it pays for it: a scanner with scripts signs in, too, and the setting says so. */
    @Test
    @Tag("B8")
    void pageOfAOneClickFirmPressesItsOwnButton() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (FirmSettings firm = FirmSettings.with("oneClick", true);
                Person person = Person.atPhone()) {
            person.page().navigate(link);

            Signed.inToAccount(person.page(), contact);
            assertThat(Facts.sessions(contact)).hasSize(1);
        }
    }

    @Test
    void readingTheAddressesOnlyUsesNothingUpInAOneClickFirm() {
        Contact contact = Portal.newContact("birch-bakery");
        String link = Links.invitation(contact);
        try (FirmSettings firm = FirmSettings.with("oneClick", true)) {
            readOnly(Set.of(link));

            assertThat(Links.used(contact)).isZero();
            assertThat(Facts.liveLinks(contact)).hasSize(1);
        }
    }

    private static void scan(ReceivedMail mail) {
        Set<String> addresses = addresses(mail);
        assertThat(addresses).contains(Mailbox.link(mail));
        readOnly(addresses);
        lookAt(addresses);
    }

    private static Set<String> addresses(ReceivedMail mail) {
        Set<String> addresses = new LinkedHashSet<>();
        Matcher text = ADDRESS.matcher(mail.text());
        while (text.find()) addresses.add(text.group());
        for (Element element : Jsoup.parse(mail.html()).select("[href^=http], [src^=http]")) {
            addresses.add(element.hasAttr("href") ? element.attr("href") : element.attr("src"));
        }
        return addresses;
    }

    private static void readOnly(Set<String> addresses) {
        Http scanner = new Http();
        for (String address : addresses) {
            scanner.head(address);
            scanner.get(address);
            assertThat(scanner.isSignedIn()).isFalse();
        }
    }

    /** With scripts, scrolling and a moving mouse, and with every address on the page opened, too. */
    private static void lookAt(Set<String> addresses) {
        try (Person scanner = Person.atDesktop()) {
            Page page = scanner.page();
            for (String address : addresses) {
                page.navigate(address);
                page.waitForLoadState();
                page.mouse().move(300, 300);
                page.mouse().wheel(0, 2000);
                page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
                String server = Stack.local().baseUrl();
                for (Object found : (Iterable<?>) page.evaluate("[...document.links].map(link => link.href)")) {
                    if (found.toString().startsWith(server)) page.navigate(found.toString());
                }
                assertThat(scanner.isSignedIn()).isFalse();
            }
        }
    }
}
