package dev.clientportal.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Mailbox;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The film that greets new contacts: six seconds of H.264, with captions in two languages. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("E1")
class WelcomeIT {
    private static final String HOME = InPortal.home("birch-bakery");
    private static final String FILM = HOME + "welcome/film";
    private static final String DOMAIN = "portal.northwind.example";

    private byte[] film;

    @BeforeEach
    void putFilm() throws IOException {
        try (InputStream in = WelcomeIT.class.getResourceAsStream("/welcome/film.mp4")) {
            film = in.readAllBytes();
        }
        Files.createDirectories(Stack.welcomeFolder());
        Files.write(file(".mp4"), film);
        Files.writeString(file(".en.vtt"), "WEBVTT\n\n00:00.000 --> 00:06.000\nWelcome\n");
        Files.writeString(file(".et.vtt"), "WEBVTT\n\n00:00.000 --> 00:06.000\nTere tulemast\n");
    }

    @AfterEach
    void takeItAway() throws IOException {
        try (Stream<Path> files = Files.list(Stack.welcomeFolder())) {
            for (Path file : files.toList()) Files.delete(file);
        }
    }

    @Test
    @Tag("S17")
    void filmPlaysWithCaptionsInTheContactsLanguageAndOnNoSecondDevice() {
        Contact contact = Portal.newContact("birch-bakery");
        NewContextOptions estonian =
                new NewContextOptions().setViewportSize(Pictures.PHONE, 844).setLocale("et");
        try (Person phone = Person.with(estonian);
                Person computer = Person.atDesktop()) {
            Page page = phone.page();
            Set<Integer> answers = new ConcurrentSkipListSet<>();
            page.onResponse(response -> {
                if (response.url().equals(FILM)) answers.add(response.status());
            });
            LinkPage.of(page, Links.invitation(contact)).press();
            page.waitForURL(HOME + "welcome**");
            Locator video = page.locator("video");
            assertThat(page.locator(".app-points li")).hasCount(4);

            InPortal.tabTo(page, "video");
            page.keyboard().press("Space");

            page.waitForCondition(() -> (boolean) video.evaluate("video => video.currentTime > 0.2"));
            video.evaluate("video => { video.pause(); video.currentTime = 5; }");
            page.waitForCondition(() -> (boolean)
                    video.evaluate("video => video.currentTime === 5 && !video.seeking && video.readyState > 1"));
            assertThat(answers).containsExactly(206);
            assertThat(video.evaluate("video => [...video.textTracks].map(track => track.language + ' ' + track.mode)"))
                    .isEqualTo(List.of("en disabled", "et showing"));
            page.waitForCondition(
                    () -> "Tere tulemast".equals(video.evaluate("video => video.textTracks[1].activeCues?.[0]?.text")));
            InPortal.looks(page, "portal-welcome-film");

            TestSupport.moveClock(Duration.ofSeconds(61));
            Page second = computer.page();
            second.navigate(HOME);
            Mailbox mailbox = Mailbox.of(contact.email());
            new AddressPage(second).ask(contact.email());
            LinkPage link = LinkPage.of(second, Mailbox.link(mailbox.next()));
            // Tokens from a minute ahead would not be taken.
            TestSupport.resetClock();
            link.press();
            second.waitForURL(HOME);
            assertThat(second.locator("h1")).hasText("Hello, Con Tact");
            second.click(InPortal.MENU);
            second.click("text=About the portal");
            assertThat(second.locator("video")).isVisible();
        }
    }

    @Test
    @Tag("S12")
    void filmIsForContactsAloneAndComesInParts() {
        Contact contact = Portal.newContact("birch-bakery");
        try (Person person = Person.atDesktop();
                Person stranger = Person.atDesktop()) {
            InPortal.arrive(person.page(), contact, "birch-bakery");
            APIRequestContext request = person.page().request();
            int size = film.length;

            assertPart(request, "bytes=0-", 0, size);
            assertPart(request, "bytes=100-199", 100, 200);
            assertPart(request, "bytes=100-999999", 100, size);
            assertPart(request, "bytes=-50", size - 50, size);
            assertPart(request, "bytes=-999999", 0, size);
            for (String whole : List.of("", "bytes=-", "bytes=0-1,5-6", "lines=1-2")) {
                APIResponse answer = ask(request, FILM, whole);
                assertThat(answer.status()).as(whole).isEqualTo(200);
                assertThat(answer.body()).as(whole).isEqualTo(film);
                assertThat(answer.headers())
                        .containsEntry("content-type", "video/mp4")
                        .containsEntry("accept-ranges", "bytes");
            }
            for (String none : List.of("bytes=" + size + "-", "bytes=-0", "bytes=7-6")) {
                APIResponse answer = ask(request, FILM, none);
                assertThat(answer.status()).as(none).isEqualTo(416);
                assertThat(answer.headers()).containsEntry("content-range", "bytes */" + size);
            }
            for (String other : List.of("de", "", "xx", "en.vtt/../" + DOMAIN + ".en")) {
                assertThat(ask(request, HOME + "welcome/captions?language=" + other, "")
                                .status())
                        .as(other)
                        .isEqualTo(404);
            }

            for (String address : List.of(FILM, HOME + "welcome/captions?language=en")) {
                APIResponse refused = ask(stranger.page().request(), address, "");
                assertThat(refused.status()).as(address).isEqualTo(303);
                assertThat(refused.headers().get("location"))
                        .startsWith(Stack.local().realmUrl() + "/");
            }
            String open = PortalApi.portal() + "/welcome-video/" + DOMAIN + ".mp4";
            assertThat(ask(stranger.page().request(), open, "").status()).isEqualTo(404);
        }
    }

    private void assertPart(APIRequestContext request, String range, int from, int end) {
        APIResponse answer = ask(request, FILM, range);
        assertThat(answer.status()).as(range).isEqualTo(206);
        assertThat(answer.headers())
                .as(range)
                .containsEntry("content-range", "bytes " + from + "-" + (end - 1) + "/" + film.length)
                .containsEntry("content-length", Integer.toString(end - from));
        assertThat(answer.body()).as(range).isEqualTo(Arrays.copyOfRange(film, from, end));
    }

    private static APIResponse ask(APIRequestContext request, String address, String range) {
        RequestOptions options = RequestOptions.create().setMaxRedirects(0);
        return request.get(address, range.isEmpty() ? options : options.setHeader("Range", range));
    }

    private static Path file(String ending) {
        return Stack.welcomeFolder().resolve(DOMAIN + ending);
    }
}
