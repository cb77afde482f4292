package dev.clientportal.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Browser;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.e2e.portal.Belongings;
import dev.clientportal.e2e.portal.Routes;
import dev.clientportal.e2e.portal.Routes.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each page of the portal application, also one that no other test looks at: a new one is found by itself. */
@InBrowser
@ExtendWith(LandsInPortal.class)
@Tag("S17")
class EveryPageIT {
    private final Map<String, List<String>> problems = new LinkedHashMap<>();
    private int seen;

    @Test
    void noPageOfContactsKeepsAnybodyOut() {
        Belongings theirs = Belongings.inNewCompany();
        try {
            lookAt("portal", theirs.browser(), theirs, "/c/{company}");
        } finally {
            theirs.removeTemplate();
        }
        assertThat(problems).isEmpty();
        assertThat(seen).as("pages").isGreaterThan(10);
    }

    @Test
    void noPageOfStaffKeepsAnybodyOut() {
        Belongings theirs = Belongings.inNewCompany();
        try {
            lookAt("portal-staff", Visitor.atDesk(PortalApi.portal(), "mia"), theirs, "/staff");
        } finally {
            theirs.removeTemplate();
        }
        assertThat(problems).isEmpty();
        assertThat(seen).as("pages").isGreaterThan(15);
    }

    @Test
    void noPageForEverybodyKeepsAnybodyOut() {
        try (Person person = Person.atPhone()) {
            for (String page : List.of("/verify", "/signed-in", "/signed-out", "/staff/signed-out", "/nothing")) {
                lookAt(person.page(), page, PortalApi.portal() + page);
            }
        }
        assertThat(problems).isEmpty();
    }

    /** All pages below a path, in a browser that is signed in as this one is. */
    private void lookAt(String cookie, Http signedIn, Belongings theirs, String below) {
        Map<String, String> company = Map.of("company", theirs.company());
        List<Map<String, String>> ids = Stream.of(theirs.ids(), theirs.idsOfSignature())
                .map(some -> with(some, company))
                .toList();
        try (Person person = Person.atPhone()) {
            person.window()
                    .addCookies(List.of(new Cookie(cookie, signedIn.cookie(cookie)).setUrl(PortalApi.portal() + "/")));
            for (Route route : Routes.all()) {
                if (!route.method().equals("GET") || !route.path().startsWith(below)) continue;
                ids.stream()
                        .map(some -> PortalApi.portal() + route.with(some))
                        .filter(address -> isPage(signedIn.get(address)))
                        .findFirst()
                        .ifPresent(address -> lookAt(person.page(), route.path(), address));
            }
        }
    }

    /** No file, and nothing that leads on. */
    private static boolean isPage(Answer answer) {
        String type = answer.header("Content-Type");
        return answer.status() == 200 && type != null && type.startsWith("text/html");
    }

    private void lookAt(Page page, String name, String address) {
        page.navigate(address);
        page.waitForSelector("h1");
        seen++;
        List<String> found = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            found.addAll(Browser.seriousProblems(page));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            found.add("scrolls sideways");
        }
        if (!found.isEmpty()) problems.put(name, found);
    }

    private static Map<String, String> with(Map<String, String> ids, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(ids);
        all.putAll(more);
        return all;
    }
}
