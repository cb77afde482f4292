package dev.clientportal.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the whole system with a firm to play with, says what to try, and runs until Ctrl-C. */
public final class Demo {
    private static final String HELP = """

            Keycloak Client Portal runs.   Ctrl-C ends it.

              Mails           %1$s
              Portal          %2$s
              Staff area      %2$sstaff/
              Staff console   %3$s/admin/%4$s/console/
              Administrator   %3$s/admin/   admin / admin
              Webhooks        %6$s
              Inbox for CSV   %7$s
              Log             %5$s

            Staff (the password is the name)
              mia    may do everything       theo   may look, not touch
              olga   may manage, not mail

            Contacts (no passwords: they sign in with a mail)
              anna.tamm@birch.example       of two companies, Birch Bakery and Cedar Cycles
              karl.weber@cedar.example      of Cedar Cycles
              emma.jones@birch.example      of Birch Bakery, was just invited
              sanne.devries@dune.example    of Dune Design, opened silently: the first mail was about a task
              rob.blocked@dune.example      of Dune Design, blocked

            Try
              1. Open the mails: Emma's invitation is there. Open it and press its button.
              2. Open the portal in a private window as anna.tamm@birch.example,
                 and use the link or the code of her mail.
              3. Try rob.blocked@dune.example: the page says the same, and no mail comes.
              4. Send a project, as another system would; Liis gets an invitation:
                 curl -u portal-automation:portal-automation %6$s/v1/%4$s/projects \\
                   -H 'Content-Type: application/json' -d '{"externalId": "demo-1",
                   "name": "Annual report", "company": {"externalId": "c-1", "name": "Fjord Foods"},
                   "contacts": [{"email": "liis@fjord.example", "firstName": "Liis"}],
                   "tasks": [{"title": "Send the bank statements", "kind": "UPLOAD"}]}'
              5. Put a CSV file into the inbox; this is one to begin with:
                 curl -u portal-automation:portal-automation %6$s/v1/%4$s/imports/template.csv
            """;

    private Demo() {}

    public static void main(String[] args) throws Exception {
        var arguments = List.of(args);
        boolean fresh = arguments.contains("--fresh");
        Path data = Path.of(System.getProperty("client-portal.stack.dir", "target/stack"))
                .toAbsolutePath();
        Path imports = data.resolve("imports");
        LocalStack stack = LocalStack.builder()
                .dataDir(data)
                .fresh(fresh)
                .portalApp(Path.of(
                        System.getProperty("client-portal.app", "portal-app/target/quarkus-app/quarkus-run.jar")))
                .connectors(
                        Path.of(System.getProperty(
                                "client-portal.connectors", "camel-connectors/target/connectors/connectors.jar")),
                        "-Dclient-portal.connectors.imports=" + imports)
                .build();
        System.out.println("Starting Keycloak; the first start takes about a minute …");
        try (stack) {
            stack.start();
            new DemoData(stack.baseUrl(), stack.portalUrl(), DemoData.DEFAULT_SECRET).seed();
            System.out.println(HELP.formatted(
                    stack.mailWebUrl(),
                    stack.portalUrl() + "/f/portal.northwind.example/",
                    stack.baseUrl(),
                    LocalStack.REALM,
                    stack.logFile(),
                    stack.connectorsUrl(),
                    imports.resolve(LocalStack.REALM).resolve("inbox")));
            new CountDownLatch(1).await();
        }
    }
}
