package dev.clientportal.e2e.portal;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.PortalApi;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.StaffMember;
import dev.clientportal.e2e.Visitor;
import dev.clientportal.e2e.portal.Routes.Route;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nobody gets at anything of another contact, company or firm by knowing its id: every address that has an id in it is
 * tried with ids of others, and nothing of theirs is seen or changed. One that this test does not know the ids of fails it.
 */
@ExtendWith({Stack.class, LandsInPortal.class})
@Tag("C2")
@Tag("E3")
@Tag("E4")
@Tag("E5")
class ForeignIdsIT {
    private static final Predicate<Route> OF_CONTACTS = route -> route.path().startsWith("/c/{company}");
    private static final Predicate<Route> OF_STAFF = route -> route.path().startsWith("/staff");
    private static final Predicate<Route> OF_MACHINES = route -> route.path().startsWith("/api/v1/");

    private static final String PROJECT = "{\"name\":\"Changed\",\"status\":\"closed\",\"version\":0}";
    private static final String TEMPLATE = "{\"name\":\"Changed\",\"version\":0,\"tasks\":[{\"title\":\"Changed\"}]}";

    private static Belongings colleagues;
    private static Belongings theirs;
    private static SecondFirm otherFirm;
    private static Http ofOtherFirm;
    private static Map<String, String> idsOfOtherFirm;

    private List<String> before;

    @BeforeAll
    static void othersHaveEverything() {
        colleagues = Belongings.in("birch-bakery");
        theirs = Belongings.inNewCompany();
        otherFirm = SecondFirm.create();
        ofOtherFirm = otherFirm.atDesk();
        idsOfOtherFirm = otherFirm.ids();
    }

    @AfterAll
    static void remove() {
        colleagues.removeTemplate();
        theirs.removeTemplate();
        otherFirm.close();
    }

    @BeforeEach
    void lookAtWhatIsTheirs() {
        before = now();
    }

    @AfterEach
    void nothingOfTheirsHasChanged() {
        assertThat(now()).isEqualTo(before);
    }

    private static List<String> now() {
        return Stream.of(colleagues, theirs).flatMap(one -> one.now().stream()).toList();
    }

    @Test
    void everyPageWithAnIdIsThereForThoseWhoseItIs() {
        for (Route route : withIds(OF_CONTACTS)) {
            if (!route.method().equals("GET")) continue;
            assertThat(List.of(theirs.ids(), theirs.idsOfSignature()))
                    .as(route.toString())
                    .anySatisfy(ids -> assertThat(ask(
                                            theirs.browser(),
                                            PortalApi.portal(),
                                            route,
                                            with(ids, "company", theirs.company()))
                                    .status())
                            .isEqualTo(200));
        }
        Http mia = Visitor.atDesk(PortalApi.portal(), "mia");
        for (Route route : withIds(OF_STAFF)) {
            if (!route.method().equals("GET")) continue;
            Answer answer = ask(mia, PortalApi.portal(), route, theirs.ids());
            assertThat(answer.status()).as(route + "\n" + answer).isEqualTo(200);
        }
    }

    @Test
    void everyPageOfACompanyIsNotFoundWithIdsOfOthers() {
        Contact contact = Portal.newContact("birch-bakery");
        Portal.addContactTo(theirs.contact().companyId(), contact.email());
        Http browser = Visitor.inPortal(contact, "birch-bakery");
        List<Map<String, String>> others = List.of(
                colleagues.ids(),
                colleagues.idsOfSignature(),
                theirs.ids(),
                theirs.idsOfSignature(),
                idsOfOtherFirm,
                random());

        for (Route route : withIds(OF_CONTACTS)) {
            for (Map<String, String> ids : others) {
                assertNotFound(browser, PortalApi.portal(), route, with(ids, "company", "birch-bakery"));
            }
        }
    }

    @Test
    void everyPageForStaffIsNotFoundWithIdsOfAnotherCompanyOrFirm() {
        StaffMember member = StaffMember.create().mayEnter().with("view-organizations", "view-users");
        Http browser = Visitor.atDesk(PortalApi.portal(), member.name());
        String birch = Portal.company("birch-bakery");

        for (Route route : withIds(OF_STAFF)) {
            assertNotFound(browser, PortalApi.portal(), route, random());
            assertNotFound(browser, PortalApi.portal(), route, idsOfOtherFirm);
            if (!route.parameters().contains("companyId") || route.parameters().size() == 1) continue;
            assertNotFound(browser, PortalApi.portal(), route, with(theirs.ids(), "companyId", birch));
            assertNotFound(browser, PortalApi.portal(), route, with(theirs.idsOfSignature(), "companyId", birch));
            assertNotFound(browser, PortalApi.portal(), route, with(idsOfOtherFirm, "companyId", birch));
            assertNotFound(browser, PortalApi.portal(), route, with(random(), "companyId", birch));
        }
    }

    @Test
    @Tag("B1")
    void everyPageForStaffIsNotFoundForThoseWhomKeycloakDoesNotShowTheCompany() {
        StaffMember member = StaffMember.create().mayEnter();
        Http browser = Visitor.atDesk(PortalApi.portal(), member.name());

        for (Route route : withIds(OF_STAFF)) {
            // Templates are of no company.
            if (route.parameters().equals(List.of("template"))) continue;
            assertNotFound(browser, PortalApi.portal(), route, theirs.ids());
            assertNotFound(browser, PortalApi.portal(), route, theirs.idsOfSignature());
        }
    }

    @Test
    void everyPageForStaffOfAnotherFirmIsNotFound() {
        String own = otherFirm.firm().newCompany();

        for (Route route : withIds(OF_STAFF)) {
            assertNotFound(ofOtherFirm, otherFirm.portal(), route, theirs.ids());
            if (!route.parameters().contains("companyId") || route.parameters().size() == 1) continue;
            assertNotFound(ofOtherFirm, otherFirm.portal(), route, with(theirs.ids(), "companyId", own));
            assertNotFound(ofOtherFirm, otherFirm.portal(), route, with(theirs.idsOfSignature(), "companyId", own));
        }
    }

    @Test
    void idsInFormsAndQueriesAreOfTheCompanyToo() {
        StaffMember member = StaffMember.create().mayEnter().with("view-organizations", "view-users");
        Http browser = Visitor.atDesk(PortalApi.portal(), member.name());
        String birch =
                PortalApi.portal() + "/staff/companies/" + colleagues.contact().companyId();
        String project = birch + "/projects/"
                + Portal.ok(PortalApi.automation()
                                .post("/projects", Map.of("company", "birch-bakery", "name", "P", "notify", false)))
                        .json()
                        .path("id")
                        .asText();
        String task = theirs.ids().get("task");

        for (String query : List.of("project=" + theirs.ids().get("project"), "task=" + task)) {
            String page = birch + "/new-client";
            assertNotTold(browser.get(page + "?" + query), 404);
            assertNotTold(post(browser, page, "email=new@client.example&" + query), 404);
            assertNotTold(browser.get(birch + "/activity?" + query), 404);
        }
        assertNotTold(
                post(browser, project + "/share", "which=ticked&share=everybody&task=" + task), 303, "?shared=0#tasks");
        assertNotTold(
                post(
                        browser,
                        project + "/tasks",
                        "title=T&share=contacts&contact=" + theirs.contact().id()),
                400);
        String own = otherFirm.portal() + "/staff/companies/" + otherFirm.firm().newCompany() + "/projects";
        assertThat(post(ofOtherFirm, own, "name=P&template=" + theirs.ids().get("template"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void daysOfRemindersAreTheFirmsOwn() {
        String page = "/staff/reminders";
        Http mia = Visitor.atDesk(PortalApi.portal(), "mia");
        String own = mia.get(PortalApi.portal() + page).body();

        assertNotTold(
                post(ofOtherFirm, otherFirm.portal() + page, "version=-1&before=77"), 303, "/reminders?saved=true");

        assertThat(ofOtherFirm.get(otherFirm.portal() + page).body()).contains("value=\"77\"");
        assertThat(mia.get(PortalApi.portal() + page).body()).isEqualTo(own);
    }

    @Test
    void everyPageAsksWhoIsNotSignedInThereToSignIn() {
        Http staff = Visitor.atDesk(PortalApi.portal(), "mia");
        String cookies =
                "portal=" + theirs.browser().cookie("portal") + "; portal-staff=" + staff.cookie("portal-staff");
        List<Route> routes = new ArrayList<>();
        Routes.all().stream()
                .filter(OF_CONTACTS.or(OF_STAFF))
                .filter(route -> !route.path().startsWith("/staff/sign"))
                .forEach(routes::add);

        for (Route route : routes) {
            Map<String, String> ids = with(theirs.ids(), "company", theirs.company());

            assertAskedToSignIn(route, ask(new Http(), PortalApi.portal(), route, ids), "northwind");
            HttpRequest.Builder elsewhere =
                    request(otherFirm.portal(), route, ids).header("Cookie", cookies);
            assertAskedToSignIn(
                    route, new Http().send(elsewhere), otherFirm.firm().realm());
        }
    }

    @Test
    void everyAddressForMachinesIsNotFoundWithIdsOfOthers() {
        PortalApi sees = PortalApi.automation();
        PortalApi elsewhere = otherFirm.machine();
        try (Machine machine = Machine.with(Map.of("portal", List.of("view-projects", "manage-projects")))) {
            PortalApi seesNone = machine.api();
            for (Route route : withIds(OF_MACHINES)) {
                assertProblem(call(sees, route, random()), 404, "not-found");
                assertProblem(call(sees, route, idsOfOtherFirm), 404, "not-found");
                for (Map<String, String> ids : List.of(theirs.ids(), theirs.idsOfSignature())) {
                    assertProblem(call(elsewhere, route, ids), 404, "not-found");
                    // Templates are of no company.
                    if (route.parameters().equals(List.of("template"))) continue;
                    assertProblem(call(seesNone, route, ids), 404, "not-found");
                }
            }
        }
    }

    @Test
    void whatAMachineNamesIsLookedForInItsOwnFirmAlone() {
        PortalApi elsewhere = otherFirm.machine();
        String own = otherFirm.firm().newCompany();

        assertProblem(elsewhere.get("/projects?company=" + theirs.contact().companyId()), 422, "unknown-company");
        assertProblem(
                elsewhere.post(
                        "/projects", Map.of("company", theirs.contact().companyId(), "name", "P", "notify", false)),
                422,
                "unknown-company");
        assertProblem(
                elsewhere.post(
                        "/projects",
                        Map.of(
                                "company",
                                own,
                                "name",
                                "P",
                                "template",
                                theirs.ids().get("template"))),
                422,
                "unknown-template");
        for (String contact : List.of(theirs.contact().id(), theirs.contact().email())) {
            assertProblem(
                    elsewhere.post("/projects", Map.of("company", own, "name", "P", "contacts", List.of(contact))),
                    422,
                    "unknown-contact");
        }
        assertProblem(elsewhere.get("/audit?company=" + theirs.contact().companyId()), 422, "unknown-company");
        for (String list : List.of("/templates?max=100", "/audit?max=100")) {
            assertThat(Portal.ok(elsewhere.get(list)).body())
                    .contains(idsOfOtherFirm.get("template"))
                    .doesNotContain(theirs.ids().get("template"));
        }
    }

    @Test
    @Tag("S11")
    void everyAddressForMachinesTakesATokenOfTheFirm() {
        List<Route> all = Routes.all().stream().filter(OF_MACHINES).toList();
        PortalApi ofOtherFirm = PortalApi.as(otherFirm.machineLogin());

        assertThat(all).hasSizeGreaterThan(8);
        for (Route route : all) {
            assertProblem(call(PortalApi.bearer(null), route, theirs.ids()), 401, "not-authenticated");
            assertProblem(call(ofOtherFirm, route, theirs.ids()), 401, "not-authenticated");
        }
    }

    /** Of these, all whose address names something. */
    private static List<Route> withIds(Predicate<Route> these) {
        List<Route> found = Routes.all().stream()
                .filter(these)
                .filter(route -> route.parameters().stream().anyMatch(name -> !name.equals("company")))
                .toList();
        assertThat(found).hasSizeGreaterThan(5);
        return found;
    }

    private static Map<String, String> random() {
        Map<String, String> ids = new LinkedHashMap<>(theirs.ids());
        ids.replaceAll((name, id) -> UUID.randomUUID().toString());
        return ids;
    }

    private static Map<String, String> with(Map<String, String> ids, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(ids);
        more.put(name, value);
        return more;
    }

    private static void assertNotFound(Http browser, String portal, Route route, Map<String, String> ids) {
        Answer answer = ask(browser, portal, route, ids);

        assertThat(answer.status()).as(route + "\n" + answer).isEqualTo(404);
        assertThat(answer.body()).as(route.toString()).doesNotContain(Belongings.SECRET);
    }

    private static void assertNotTold(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body()).as(answer.toString()).doesNotContain(Belongings.SECRET);
    }

    private static void assertNotTold(Answer answer, int status, String leadsTo) {
        assertNotTold(answer, status);
        assertThat(answer.header("Location")).endsWith(leadsTo);
    }

    private static void assertAskedToSignIn(Route route, Answer answer, String realm) {
        assertThat(answer.status()).as(route + "\n" + answer).isEqualTo(303);
        assertThat(answer.location().toString())
                .as(route.toString())
                .startsWith(Stack.local().realmUrl(realm) + "/");
    }

    private static Answer ask(Http browser, String portal, Route route, Map<String, String> ids) {
        return browser.send(request(portal, route, ids));
    }

    private static HttpRequest.Builder request(String portal, Route route, Map<String, String> ids) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal + route.with(ids)));
        if (reads(route)) return request.method(route.method(), BodyPublishers.noBody());
        boolean files = route.consumes().startsWith("multipart/");
        String body = files
                ? "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nHello\r\n--b--\r\n"
                : "id=" + UUID.randomUUID() + "&text=Hello&title=Hello&name=Hello&share=everybody&which=all";
        return request.header("Origin", Stack.local().portalUrl())
                .header("Content-Type", files ? "multipart/form-data; boundary=b" : "application/x-www-form-urlencoded")
                .method(route.method(), BodyPublishers.ofString(body));
    }

    private static boolean reads(Route route) {
        return Set.of("GET", "HEAD").contains(route.method());
    }

    private static Answer post(Http browser, String page, String form) {
        return browser.send(HttpRequest.newBuilder(URI.create(page))
                .header("Origin", Stack.local().portalUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** With a body and a query that are good for each of them. */
    private static Answer call(PortalApi api, Route route, Map<String, String> ids) {
        String path = route.with(ids).substring("/api/v1".length()).replaceFirst("/$", "");
        BodyPublisher body = reads(route)
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(path.startsWith("/projects/") ? PROJECT : TEMPLATE);
        return api.send(api.request(path + "?name=contract.pdf")
                .header("Content-Type", "application/json")
                .method(route.method(), body));
    }
}
