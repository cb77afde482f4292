package dev.clientportal.e2e.login;

import static dev.clientportal.e2e.Portal.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A theme's texts are kept for all realms; those that a realm has of its own are shown all the same, and at once. */
@ExtendWith(Stack.class)
@Tag("S18")
class OwnTextsIT {
    private static final String TITLE = "clientPortalDoor.link-invalid.title";
    private static final String ENGLISH = "This link doesn’t work";
    private static final String ESTONIAN = "See link ei toimi";

    private final Api administrator = Portal.administrator();
    private final TestFirm firm = TestFirm.create();
    private final String realm = "/admin/realms/" + firm.realm();

    @BeforeEach
    void pageOfTheTheme() {
        assertThat(title()).isEqualTo(ENGLISH);
    }

    @AfterEach
    void removeFirm() {
        firm.remove();
    }

    @Test
    void realmsOwnTextIsShownOnTheNextPageAndGoneWithIt() {
        ok(administrator.post(realm + "/localization/en", Map.of(TITLE, "Please call us")));
        assertThat(title()).isEqualTo("Please call us");

        ok(administrator.delete(realm + "/localization/en"));
        assertThat(title()).isEqualTo(ENGLISH);
    }

    @Test
    void realmsOtherMainLanguageIsShownOnTheNextPage() {
        language("et");
        assertThat(title()).isEqualTo(ESTONIAN);

        language("en");
        assertThat(title()).isEqualTo(ENGLISH);
    }

    private void language(String main) {
        ok(administrator.put(
                realm,
                Map.of(
                        "internationalizationEnabled",
                        true,
                        "supportedLocales",
                        List.of("en", "et"),
                        "defaultLocale",
                        main)));
    }

    private String title() {
        return new Http()
                .get(Stack.local().baseUrl() + "/realms/" + firm.realm() + "/client-portal/link/unknown")
                .document()
                .select("#kc-page-title")
                .text();
    }
}
