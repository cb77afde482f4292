package dev.clientportal.e2e.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever types an address learns nothing about it. */
@ExtendWith(Stack.class)
@Tag("S9")
class SamenessIT {
    private static final int ROUNDS = 40;
    private static final int ATTEMPTS = 4;
    private static final int MOST_MILLIS = 20;

    private enum Kind {
        UNKNOWN,
        BLOCKED,
        DISABLED,
        VALID
    }

    private String company;

    @BeforeEach
    void openPortal() {
        Portal.open();
        company = Portal.newCompany();
    }

    @AfterEach
    void quickMailServer() {
        Stack.local().mailServer().deliveryDelay(Duration.ZERO);
    }

    @Test
    void pageStatusAndHeadersAreTheSameForEveryAddress() {
        Map<Kind, List<String>> seen = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            String address = address(kind);
            Visitor visitor = new Visitor();
            Answer sent = visitor.ask(address);
            Answer again = visitor.resend(sent);
            Answer wrong = visitor.code(again, "000000");
            seen.put(kind, List.of(shape(sent, address), shape(again, address), shape(wrong, address)));
        }

        assertThat(seen.get(Kind.VALID).get(0)).contains("client-portal-code");
        for (Kind kind : Kind.values()) {
            assertThat(seen.get(kind)).as(kind.name()).isEqualTo(seen.get(Kind.VALID));
        }
    }

    /**
     * The one timed check. The kinds take turns in an order that changes, so that whatever else the machine does meets
     * all of them. With 40 samples the 95th percentile is the second longest: one pause of the machine decides it. A
     * difference that the server makes is there in every attempt, a pause is not, so one good attempt of four is enough.
     * A mail server that takes half a second would show at once if anything waited for it.
     */
    @Test
    void answerTakesAsLongForEveryAddressHoweverSlowTheMailServer() {
        Stack.local().mailServer().deliveryDelay(Duration.ofMillis(500));
        for (Kind kind : Kind.values()) {
            ask(address(kind));
        }
        List<String> figures = new ArrayList<>();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<Kind, List<Double>> times = sample();
            double p95 = spread(times, 0.95);
            double median = spread(times, 0.5);
            figures.add(String.format(
                    Locale.ROOT, "spread of p95 %.1f ms, of medians %.1f ms %s", p95, median, medians(times)));
            if (p95 < MOST_MILLIS && median < MOST_MILLIS / 2.0) {
                System.out.println("Sameness: " + figures);
                return;
            }
        }
        throw new AssertionError("Addresses can be told apart by time: " + figures);
    }

    private Map<Kind, List<Double>> sample() {
        Map<Kind, List<String>> addresses = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            addresses.put(
                    kind,
                    IntStream.range(0, ROUNDS).mapToObj(i -> address(kind)).toList());
        }
        Map<Kind, List<Double>> times = new EnumMap<>(Kind.class);
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order);
            for (Kind kind : order) {
                times.computeIfAbsent(kind, key -> new ArrayList<>())
                        .add(ask(addresses.get(kind).get(round)));
            }
        }
        return times;
    }

    /** Milliseconds from the click to the whole page. */
    private static double ask(String address) {
        Visitor visitor = new Visitor();
        Answer page = visitor.begin();
        long start = System.nanoTime();
        Answer sent = visitor.ask(page, address);
        double millis = (System.nanoTime() - start) / 1e6;
        assertThat(sent.document().select("#client-portal-code")).isNotEmpty();
        return millis;
    }

    private static double spread(Map<Kind, List<Double>> times, double share) {
        List<Double> all =
                times.values().stream().map(some -> percentile(some, share)).toList();
        return Collections.max(all) - Collections.min(all);
    }

    private static double percentile(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static Map<Kind, Long> medians(Map<Kind, List<Double>> times) {
        Map<Kind, Long> medians = new EnumMap<>(Kind.class);
        times.forEach((kind, some) -> medians.put(kind, Math.round(percentile(some, 0.5))));
        return medians;
    }

    /** All of one length. */
    private String address(Kind kind) {
        String address = String.format(Locale.ROOT, "same.%016x@client.example", System.nanoTime());
        if (kind == Kind.UNKNOWN) {
            return address;
        }
        Contact contact = Portal.addContactTo(company, address);
        if (kind == Kind.BLOCKED) {
            Portal.ok(Portal.mia().post(contact.path() + "/block"));
        } else if (kind == Kind.DISABLED) {
            Portal.ok(Portal.mia().post(contact.path() + "/disable"));
        }
        return address;
    }

    /**
     * All that a browser gets, but for the address that was typed and what is of the moment in every page: identifiers, the
     * hash of Keycloak's own inline script around them, and whether the second of the ask is over.
     */
    private static String shape(Answer answer, String address) {
        Map<String, List<String>> headers =
                new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        headers.computeIfPresent("set-cookie", (name, cookies) -> cookies.stream()
                .map(cookie -> cookie.replaceAll("=[^;]*", "="))
                .toList());
        headers.computeIfPresent("content-security-policy", (name, policies) -> policies.stream()
                .map(policy -> policy.replaceAll("'sha256-[^']*'", "'sha256-'"))
                .toList());
        String page = answer.body()
                .replace(address, "ADDRESS")
                .replaceAll("(data-countdown=\"|data-seconds>)(59|60)", "$1SECONDS")
                .replaceAll("(session_code|execution|tab_id|client_data|auth_session)=[^&\"]*", "$1=")
                .replaceAll("\"[A-Za-z0-9+/_-]{22,}={0,2}\"", "RANDOM");
        return answer.status() + " " + headers + "\n" + page;
    }
}
