package dev.clientportal.e2e.diagnosis;

import static dev.clientportal.e2e.Portal.ok;
import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Facts;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestSupport;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Why can this contact not log in? Each cause has its name, and the call that is offered removes it. */
@ExtendWith(Stack.class)
@Tag("B16")
class DiagnosisIT {
    private static final String REALM = "/admin/realms/northwind";

    private String company;
    private Contact contact;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
        contact = Portal.addContactTo(company, "diagnosis." + System.nanoTime() + "@client.example");
    }

    @AfterEach
    void reopenPortal() {
        TestSupport.resetClock();
        Portal.open();
    }

    @Test
    void nothingIsWrongWithAnOpenDoor() {
        JsonNode diagnosis = diagnose(contact);

        assertThat(diagnosis.path("open").asBoolean()).isTrue();
        assertThat(codes("error")).isEmpty();
        assertThat(codes("warning")).isEmpty();
        assertThat(codes("info")).containsExactly("never_invited");
    }

    @Test
    @Tag("A7")
    void closedFirmIsNamedAndOpenedByTheOfferedCall() {
        ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));

        fixes("firm_inactive");
    }

    @Test
    @Tag("A7")
    @Tag("C3")
    void closedCompanyIsNamedAndOpenedByTheOfferedCall() {
        ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));

        fixes("company_inactive");
    }

    @Test
    @Tag("B2")
    void disabledContactIsNamedAndEnabledByTheOfferedCall() {
        ok(Portal.mia().post(contact.path() + "/disable"));

        fixes("contact_not_enabled");
    }

    @Test
    @Tag("B3")
    @Tag("B4")
    void blockedContactIsUnblockedAndThenHasToAcceptAnInvitation() {
        ok(Portal.mia().post(contact.path() + "/block"));

        act(finding("contact_blocked"));
        assertThat(codes("error")).containsExactly("invitation_not_accepted");
        act(finding("invitation_not_accepted"));

        await().until(() -> codes("info").contains("invitation_open"));
    }

    @Test
    void severalClosedDoorsComeInTheOrderToOpenThem() {
        organization(false);
        ok(Portal.mia().post(contact.path() + "/disable"));
        ok(Portal.mia().post(Portal.ADMIN + "/companies/" + company + "/deactivate"));
        ok(Portal.mia().post(Portal.ADMIN + "/firm/deactivate"));

        assertThat(codes("error"))
                .containsExactly("firm_inactive", "organization_disabled", "company_inactive", "contact_not_enabled");
    }

    @Test
    void disabledUserAndMissingAddressAreNamed() {
        Contact nobody =
                Portal.importContact(company, Map.of("username", "nobody." + UUID.randomUUID(), "enabled", false));

        assertThat(codes(nobody, "error")).containsExactly("user_disabled", "no_valid_address", "contact_not_enabled");
    }

    @Test
    void userWhoIsNoMemberIsToldSo() {
        ok(Portal.mia().delete(REALM + "/organizations/" + company + "/members/" + contact.id()));

        assertThat(codes("error")).containsExactly("not_a_member");
        assertThat(finding("not_a_member").at("/action/path").asText())
                .isEqualTo(REALM + "/organizations/" + company + "/members");
    }

    @Test
    @Tag("B5")
    void invitationIsFollowedFromQueuedToExpired() {
        Visitor.invitation(contact);
        await().until(() -> codes("info").contains("invitation_open"));
        assertThat(finding("invitation_open").at("/values/until").asLong()
                        - finding("invitation_open").at("/values/at").asLong())
                .isGreaterThan(Duration.ofDays(6).toMillis());

        TestSupport.moveClock(Duration.ofDays(8));

        assertThat(codes("warning")).contains("invitation_expired");
        assertThat(finding("invitation_expired").at("/action/path").asText())
                .isEqualTo(contact.path() + "/invitations");
    }

    @Test
    @Tag("B6")
    void withdrawnInvitationIsNamed() {
        Visitor.invitation(contact);
        ok(Portal.mia().delete(contact.path() + "/invitations"));

        assertThat(codes("warning")).contains("invitation_revoked");
    }

    @Test
    @Tag("S8")
    void contactWhoAskedTooOftenHasToWait() {
        new Visitor().ask(contact.email());

        assertThat(codes("warning")).contains("address_limited");
        TestSupport.moveClock(Duration.ofSeconds(61));
        assertThat(codes("warning")).doesNotContain("address_limited");
    }

    @Test
    void lastLoginMailIsToldWithWhenItWasSent() {
        new Visitor().askedMail(contact.email());

        await().until(() -> finding("login_mail").at("/values/sentAt").asLong() > 0);
        assertThat(finding("login_mail").at("/values/sentAt").asLong())
                .isGreaterThanOrEqualTo(finding("login_mail").at("/values/at").asLong());
    }

    @Test
    void pendingRequiredActionsAreNamed() {
        Portal.changeUser(contact, Map.of("requiredActions", List.of("UPDATE_PASSWORD")));

        assertThat(finding("required_actions").path("message").asText()).contains("UPDATE_PASSWORD");
    }

    @Test
    void setUpThatLetsNobodyInIsNamed() {
        String path = REALM + "/authentication/required-actions/client-portal-company";
        ObjectNode action = ok(Portal.administrator().get(path)).json().deepCopy();
        ok(Portal.administrator().put(path, action.put("enabled", false)));
        try {
            assertThat(codes("error")).containsExactly("company_choice_off");
        } finally {
            ok(Portal.administrator().put(path, action.put("enabled", true)));
        }
    }

    @Test
    void portalClientWithoutTheScopesIsNamed() {
        String name = "leaving-" + System.nanoTime();
        String client = ok(Portal.administrator().post(REALM + "/clients", Map.of("clientId", name)))
                .header("Location")
                .replaceAll(".*/", "");
        portalClient(name);
        try {
            assertThat(codes("error")).containsExactly("portal_client_without_company", "no_login_by_link");
            ok(Portal.administrator().delete(REALM + "/clients/" + client));
            assertThat(codes("error")).containsExactly("portal_client_missing");
        } finally {
            portalClient("account-console");
        }
    }

    @Test
    void signedInContactIsSeen() {
        Visitor.invited(contact);

        assertThat(codes("info")).contains("invitation_accepted", "last_entered", "signed_in");
        assertThat(finding("signed_in").path("message").asText()).contains("account-console");
    }

    @Test
    @Tag("B1")
    void whoMayNotSeeTheUserMayNotAsk() {
        assertThat(Portal.staff("theo").get(contact.path() + "/diagnosis").status())
                .isEqualTo(200);
        assertProblem(
                Portal.mia().get(Portal.ADMIN + "/companies/" + company + "/contacts/nobody/diagnosis"),
                404,
                "not-found");
        assertThat(Api.anonymous().get(contact.path() + "/diagnosis").status()).isEqualTo(401);
    }

    /** Does what the finding offers; then the door is open. */
    private void fixes(String code) {
        assertThat(diagnose(contact).path("open").asBoolean()).isFalse();
        act(finding(code));
        assertThat(diagnose(contact).path("open").asBoolean()).isTrue();
        assertThat(codes("error")).isEmpty();
    }

    private static void act(JsonNode finding) {
        assertThat(finding.at("/action/method").asText()).isEqualTo("POST");
        ok(Portal.mia().post(finding.at("/action/path").asText()));
    }

    private JsonNode finding(String code) {
        return Facts.list(diagnose(contact).path("findings")).stream()
                .filter(each -> each.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " is not among " + diagnose(contact)));
    }

    private List<String> codes(String severity) {
        return codes(contact, severity);
    }

    private static List<String> codes(Contact contact, String severity) {
        return Facts.list(diagnose(contact).path("findings")).stream()
                .filter(each -> each.path("severity").asText().equals(severity))
                .map(each -> each.path("code").asText())
                .toList();
    }

    private static JsonNode diagnose(Contact contact) {
        return ok(Portal.mia().get(contact.path() + "/diagnosis")).json();
    }

    private void organization(boolean enabled) {
        String path = REALM + "/organizations/" + company;
        ObjectNode organization = ok(Portal.mia().get(path)).json().deepCopy();
        ok(Portal.mia().put(path, organization.put("enabled", enabled)));
    }

    private static void portalClient(String clientId) {
        ObjectNode firm = ok(Portal.mia().get(Portal.ADMIN + "/firm")).json().deepCopy();
        ok(Portal.mia().put(Portal.ADMIN + "/firm", firm.put("portalClientId", clientId)));
    }
}
