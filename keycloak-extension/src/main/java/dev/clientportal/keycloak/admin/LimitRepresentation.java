package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.limit.Limit;
import dev.clientportal.keycloak.limit.Limiter;
import dev.clientportal.keycloak.setting.Setting;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often something may happen. */
@Schema(name = "Limit")
public record LimitRepresentation(
        @Schema(description = "What is counted, and in what time.", example = "mailsPerHour", required = true)
        String name,

        @Schema(description = "The most that may happen in that time; the seconds, of a pause.", required = true)
        int value,

        @Schema(description = "The value where the server was told nothing.", required = true)
        int byDefault,

        @Schema(
                description = "The server option that changes it.",
                example = "spi-client-portal-limits--database--mails-per-hour",
                required = true)
        String option) {

    static LimitRepresentation of(Limit.InForce limit) {
        Setting<Integer> setting = limit.setting();
        return new LimitRepresentation(
                setting.name(), limit.value(), setting.byDefault(), Limiter.Spi.OPTIONS + setting.option());
    }
}
