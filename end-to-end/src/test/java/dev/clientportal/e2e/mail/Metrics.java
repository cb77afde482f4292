package dev.clientportal.e2e.mail;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import java.util.Arrays;
import java.util.List;

/** What Keycloak's metrics endpoint says at one moment. */
record Metrics(List<String> samples) {
    static Metrics now() {
        Answer answer = Portal.ok(new Http().get(Stack.local().managementUrl() + "/metrics"));
        return new Metrics(answer.body()
                .lines()
                .filter(line -> line.startsWith("client_portal_"))
                .toList());
    }

    /** The sum over all samples of this name with these labels, each as in {@code outcome="sent"}. */
    double of(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.matches(name + "[{ ].*"))
                .filter(sample -> Arrays.stream(labels).allMatch(sample::contains))
                .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' ') + 1)))
                .sum();
    }
}
