package dev.clientportal.e2e.connectors;

import static dev.clientportal.e2e.ConnectorsReplica.set;
import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.ConnectorsApi;
import dev.clientportal.e2e.ConnectorsReplica;
import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody whom nobody knows can make the connectors do: little, and not often. */
@ExtendWith({Stack.class, LandsInPortal.class})
class StrangersIT {
    private static final int HUGE = 100 << 20;
    private static final int PATIENCE = 20_000;

    @ParameterizedTest
    @ValueSource(
            strings = {"/projects", "/projects/bulk", "/imports", "/imports/x/commit", "/jobs/x/cancel", "/nothing"})
    void strangerIsAnsweredBeforeAnyOfTheBodyIsRead(String path) throws IOException {
        try (Socket socket = begin(path, "Basic " + basic("nobody", "nothing"), "")) {
            assertThat(statusLine(socket)).contains(path.equals("/nothing") ? " 404 " : " 401 ");
        }
    }

    @Test
    void strangerWhoGoesOnSendingLosesTheConnection() throws IOException {
        byte[] piece = new byte[1 << 16];
        try (Socket socket = begin("/projects", "Bearer nothing", "")) {
            assertThatThrownBy(() -> {
                        for (int sent = 0; sent < HUGE; sent += piece.length) {
                            socket.getOutputStream().write(piece);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void whoAsksBeforeTheySendIsToldToSendOnlyWhenTheyAreLetIn() throws IOException {
        String expect = "Expect: 100-continue\r\n";
        try (Socket stranger = begin("/imports", "Bearer nothing", expect);
                Socket known = begin("/imports", "Basic " + basic("portal-automation", "portal-automation"), expect)) {
            assertThat(statusLine(stranger)).contains(" 401 ");
            assertThat(statusLine(known)).contains(" 100 ");
        }
    }

    @Test
    void bodyOfUnknownLengthThatIsTooLargeIsRefused() {
        ConnectorsApi api = ConnectorsApi.automation();
        Answer answer = api.send(api.request("/projects")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArrays(List.of(new byte[5_000_000], new byte[5_000_000]))));

        assertProblem(answer, 413, "too-large");
    }

    @Test
    @Tag("S8")
    void whoGuessesIsHeldBackBeforeKeycloakIsAskedAndWhoWasLetInBeforeIsNot() {
        try (ConnectorsReplica replica = new ConnectorsReplica(
                        "guessed", List.of(set("failures-per-client", "2"), set("failures-per-address", "6")))
                .ready()) {
            ConnectorsApi known = ConnectorsApi.automation(replica.url());
            Portal.ok(known.get("/me"));

            refuses(replica, "portal-connectors-of-nobody");
            ConnectorsApi right = ConnectorsApi.basic("client-portal-connectors", "client-portal-connectors")
                    .at(replica.url());
            refuses(replica, "client-portal-connectors");
            assertProblem(right.get("/me"), 429, "too-many");

            // Longer than an answer of Keycloak holds.
            await().during(Duration.ofSeconds(6)).atMost(Duration.ofSeconds(20)).until(() -> {
                guess(replica, "portal-automation");
                return known.get("/me").status() == 200;
            });
            Answer held = await().until(
                            () -> ConnectorsApi.bearer("nothing")
                                    .at(replica.url())
                                    .get("/me"),
                            answer -> answer.status() == 429);
            assertThat(Integer.parseInt(held.header("Retry-After"))).isBetween(1, 61);
        }
    }

    /** With some of the minute left. */
    private static void refuses(ConnectorsReplica replica, String client) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> guess(replica, client),
                        answer -> answer.status() == 429 && Integer.parseInt(answer.header("Retry-After")) > 3);
    }

    private static Answer guess(ConnectorsReplica replica, String client) {
        return ConnectorsApi.basic(client, "guess-" + System.nanoTime())
                .at(replica.url())
                .get("/me");
    }

    private static String basic(String client, String secret) {
        return Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** A call that announces a large body, of which nothing is sent yet. */
    private static Socket begin(String path, String authorization, String more) throws IOException {
        URI connectors = URI.create(Stack.local().connectorsUrl());
        Socket socket = new Socket(connectors.getHost(), connectors.getPort());
        socket.setSoTimeout(PATIENCE);
        String head = "POST /v1/northwind" + path + " HTTP/1.1\r\nHost: " + connectors.getAuthority()
                + "\r\nAuthorization: " + authorization + "\r\nContent-Type: "
                + (path.equals("/imports") ? "text/csv" : "application/json") + "\r\n" + more + "Content-Length: "
                + HUGE + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
