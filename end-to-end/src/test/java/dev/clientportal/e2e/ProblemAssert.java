package dev.clientportal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What a refusal of staff REST has to look like (RFC 9457). */
public final class ProblemAssert {
    private static final String PREFIX = "urn:client-portal:problem:";

    private ProblemAssert() {}

    /** @param type the last part of the problem's type */
    public static JsonNode assertProblem(Answer answer, int status, String type) {
        JsonNode problem = assertRefused(answer);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(problem.path("type").asText()).as(answer.toString()).isEqualTo(PREFIX + type);
        return problem;
    }

    /** Some 4xx, well told. */
    public static JsonNode assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).startsWith(PREFIX);
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(problem.path("title").asText()).isNotBlank();
        return problem;
    }
}
