package dev.clientportal.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.clientportal.e2e.FirmSettings;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InBrowser
@Tag("B7")
@Tag("S2")
class ValidityIT {
    @ParameterizedTest
    @ValueSource(ints = {3600, 24 * 3600, 7 * 24 * 3600})
    void invitationWorksForAsLongAsTheFirmSaysAndNoSecondMore(int seconds) {
        Contact contact = Portal.newContact("birch-bakery");
        try (FirmSettings firm = FirmSettings.with("invitationValidity", seconds);
                Person person = Person.atDesktop()) {
            Instant asked = Instant.now();
            String link = Links.invitation(contact);
            Instant end = Links.end(contact);
            assertThat(Duration.between(asked, end))
                    .isBetween(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 20));

            await("the page within its last second").until(() -> isShownWithinLastSecond(person.page(), link, end));
            LinkPage page = new LinkPage(person.page());
            moveClockTo(end.plusSeconds(1));
            page.press();

            assertThat(new DoorPage(person.page(), 410).title()).isEqualTo("This link has expired");
            assertThat(person.isSignedIn()).isFalse();
        }
    }

    /** False when the machine was so slow that the link was over before the answer came. */
    private static boolean isShownWithinLastSecond(Page page, String link, Instant end) {
        Duration ahead = moveClockTo(end.minusSeconds(1));
        page.navigate(link);
        return Instant.now().plus(ahead).isBefore(end);
    }

    /** Whole seconds: the server is up to a second behind that time. */
    private static Duration moveClockTo(Instant time) {
        Duration ahead =
                Duration.ofSeconds(Duration.between(Instant.now(), time).toSeconds());
        TestSupport.moveClock(ahead);
        return ahead;
    }
}
