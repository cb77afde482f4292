package dev.clientportal.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client that takes mails away and tells what became of them, and may do nothing else. */
public record Connector(Api api) {
    /** Its only role. */
    public static final String ROLE = "client-portal-deliver-mail";

    /** As a mail server names where it was with the mail. */
    public static final String RECIPIENT = "RECIPIENT";

    private static final String DELIVERIES = Portal.ADMIN + "/deliveries";
    private static final String REALM = "/admin/realms/northwind";

    /** The firm's settings must have been saved before: that makes the role. */
    public static Connector create() {
        String clientId = "connector-" + UUID.randomUUID();
        Api administrator = Portal.administrator();
        String client = Portal.ok(administrator.post(
                        REALM + "/clients",
                        Map.of(
                                "clientId",
                                clientId,
                                "secret",
                                clientId,
                                "serviceAccountsEnabled",
                                true,
                                "standardFlowEnabled",
                                false)))
                .header("Location")
                .replaceAll(".*/", "");
        String account =
                get("/clients/" + client + "/service-account-user").path("id").asText();
        new StaffMember("northwind", account, clientId).with(ROLE);
        return new Connector(Api.client("northwind", clientId, clientId));
    }

    private static JsonNode get(String path) {
        return Portal.ok(Portal.administrator().get(REALM + path)).json();
    }

    /** Some mails, for two minutes. */
    public JsonNode lease() {
        return Portal.ok(lease(100, 120)).json();
    }

    public Answer lease(int max, int seconds) {
        return api.post(DELIVERIES + "/leases", Map.of("max", max, "seconds", seconds));
    }

    /** The mail to the address, which must be in the lease. */
    public static JsonNode mailTo(String address, JsonNode lease) {
        return Facts.list(lease.path("mails")).stream()
                .filter(mail -> mail.path("to").asText().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No mail to " + address));
    }

    /** What came of the report. */
    public String sent(JsonNode lease, JsonNode mail) {
        return report(lease, mail, Map.of("outcome", "SENT"));
    }

    /** @param reply as in {@code 550 5.1.1} */
    public String failed(JsonNode lease, JsonNode mail, String step, String reply) {
        return report(lease, mail, Map.of("outcome", "FAILED", "step", step, "reply", reply));
    }

    private String report(JsonNode lease, JsonNode mail, Map<String, String> outcome) {
        return results(report(lease.path("lease").asText(), List.of(outcome(mail, outcome))))
                .get(0);
    }

    /** Anything, of many mails at once. */
    public Answer report(String lease, List<Map<String, String>> outcomes) {
        return Portal.ok(api.post(DELIVERIES + "/outcomes", Map.of("lease", lease, "outcomes", outcomes)));
    }

    public static Map<String, String> outcome(JsonNode mail, Map<String, String> outcome) {
        Map<String, String> whole = new java.util.HashMap<>(outcome);
        whole.put("mail", mail.path("id").asText());
        return whole;
    }

    public static List<String> results(Answer told) {
        return told.json().findValuesAsText("result");
    }

    /** What came of the report that the mail came back. */
    public String bounced(String messageId, String status) {
        return results(Portal.ok(api.post(
                        DELIVERIES + "/bounces",
                        Map.of("bounces", List.of(Map.of("messageId", messageId, "status", status))))))
                .get(0);
    }

    /** Takes all that is due and says that it was sent. */
    public void sendAll() {
        JsonNode lease;
        do {
            lease = lease();
            List<Map<String, String>> outcomes = new ArrayList<>();
            lease.path("mails").forEach(mail -> outcomes.add(outcome(mail, Map.of("outcome", "SENT"))));
            if (!outcomes.isEmpty()) report(lease.path("lease").asText(), outcomes);
        } while (lease.path("more").asBoolean() || !lease.path("mails").isEmpty());
    }
}
