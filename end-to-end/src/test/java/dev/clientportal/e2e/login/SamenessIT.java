package dev.clientportal.e2e.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.Queue;
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
@Tag("alone")
class SamenessIT {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 40;
    private static final int LEAST_ROUNDS = 200;
    private static final int MOST_ROUNDS = 1200;
    private static final double MOST_MILLIS = 20;
    private static final double MOST_MILLIS_OF_MEDIAN = 10;
    /** Standard errors by which each percentile has to be on the good side, and by which on the bad side. */
    private static final double TO_SHOW = 1;

    private static final double TO_REFUTE = 3;
    private static final int CODE_TRIES = 5;

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
        Queue.awaitNothingDue();
    }

    @Test
    void pageStatusAndHeadersAreTheSameForEveryAddress() {
        Map<Kind, List<String>> seen = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            String address = address(kind);
            Visitor visitor = new Visitor();
            Answer sent = visitor.ask(address);
            Answer again = visitor.resend(sent);
            List<String> shapes = new ArrayList<>(List.of(shape(sent, address), shape(again, address)));
            Answer page = again;
            for (int i = 0; i <= CODE_TRIES; i++) {
                page = visitor.code(page, "000000");
                shapes.add(shape(page, address));
            }
            seen.put(kind, shapes);
        }

        assertThat(seen.get(Kind.VALID).get(0)).contains("client-portal-code");
        assertThat(seen.get(Kind.VALID).get(2)).contains("That code isn’t right");
        assertThat(seen.get(Kind.VALID).get(2 + CODE_TRIES)).contains("Too many wrong codes");
        for (Kind kind : Kind.values()) {
            assertThat(seen.get(kind)).as(kind.name()).isEqualTo(seen.get(Kind.VALID));
        }
    }

    /**
     * The one timed check. The kinds take turns in an order that changes, so that whatever else the machine does meets
     * all of them. There is one verdict over all samples, and none is thrown away. It is good only once sameness is shown:
     * when percentiles that are as far apart as the samples allow are still within the limit. A busy machine needs more
     * samples to show it; a difference that the server makes stays however many there are. A mail server that takes half a
     * second would show at once if anything waited for it.
     */
    @Test
    void answerTakesAsLongForEveryAddressHoweverSlowTheMailServer() {
        Stack.local().mailServer().deliveryDelay(Duration.ofMillis(500));
        sample(new EnumMap<>(Kind.class), WARM_UP);
        Map<Kind, List<Double>> times = new EnumMap<>(Kind.class);
        while (rounds(times) < MOST_ROUNDS) {
            sample(times, ROUNDS);
            if (rounds(times) >= LEAST_ROUNDS && isShown(times)) {
                System.out.println("Sameness: " + figures(times));
                return;
            }
            if (isRefuted(times)) {
                break;
            }
        }
        throw new AssertionError("Addresses can be told apart by time: " + figures(times));
    }

    private static boolean isShown(Map<Kind, List<Double>> times) {
        return mostApart(times, 0.95) < MOST_MILLIS && mostApart(times, 0.5) < MOST_MILLIS_OF_MEDIAN;
    }

    private static boolean isRefuted(Map<Kind, List<Double>> times) {
        return leastApart(times, 0.95) > MOST_MILLIS || leastApart(times, 0.5) > MOST_MILLIS_OF_MEDIAN;
    }

    private static int rounds(Map<Kind, List<Double>> times) {
        return times.isEmpty() ? 0 : times.get(Kind.VALID).size();
    }

    private void sample(Map<Kind, List<Double>> times, int rounds) {
        Map<Kind, List<String>> addresses = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            addresses.put(
                    kind,
                    IntStream.range(0, rounds).mapToObj(i -> address(kind)).toList());
        }
        List<Kind> order = new ArrayList<>(List.of(Kind.values()));
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order);
            for (Kind kind : order) {
                times.computeIfAbsent(kind, key -> new ArrayList<>())
                        .add(ask(addresses.get(kind).get(round)));
            }
        }
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

    /** How far two kinds' percentiles may be apart, as far as these samples can tell. */
    private static double mostApart(Map<Kind, List<Double>> times, double share) {
        return max(times, share, TO_SHOW) - min(times, share, -TO_SHOW);
    }

    /** How far two kinds' percentiles are apart at least, almost certainly. */
    private static double leastApart(Map<Kind, List<Double>> times, double share) {
        return max(times, share, -TO_REFUTE) - min(times, share, TO_REFUTE);
    }

    private static double max(Map<Kind, List<Double>> times, double share, double deviations) {
        return Collections.max(bounds(times, share, deviations).values());
    }

    private static double min(Map<Kind, List<Double>> times, double share, double deviations) {
        return Collections.min(bounds(times, share, deviations).values());
    }

    private static Map<Kind, Double> bounds(Map<Kind, List<Double>> times, double share, double deviations) {
        Map<Kind, Double> bounds = new EnumMap<>(Kind.class);
        times.forEach((kind, some) -> bounds.put(kind, percentile(some, share, deviations)));
        return bounds;
    }

    /**
     * A bound of the percentile, whatever the distribution: the sample so many standard deviations of its rank away. Too
     * few samples bound nothing.
     */
    private static double percentile(List<Double> times, double share, double deviations) {
        List<Double> sorted = times.stream().sorted().toList();
        int count = sorted.size();
        long rank = Math.round(Math.ceil(share * count + deviations * Math.sqrt(count * share * (1 - share))));
        if (rank < 1) return 0;
        return rank > count ? Double.POSITIVE_INFINITY : sorted.get((int) rank - 1);
    }

    private static String figures(Map<Kind, List<Double>> times) {
        return String.format(
                Locale.ROOT,
                "%d rounds; p95 %s, apart %.1f to %.1f ms; median %s, apart %.1f to %.1f ms",
                rounds(times),
                rounded(bounds(times, 0.95, 0)),
                leastApart(times, 0.95),
                mostApart(times, 0.95),
                rounded(bounds(times, 0.5, 0)),
                leastApart(times, 0.5),
                mostApart(times, 0.5));
    }

    private static Map<Kind, Long> rounded(Map<Kind, Double> millis) {
        Map<Kind, Long> rounded = new EnumMap<>(Kind.class);
        millis.forEach((kind, some) -> rounded.put(kind, Math.round(some)));
        return rounded;
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
