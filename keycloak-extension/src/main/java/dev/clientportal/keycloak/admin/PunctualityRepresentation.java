package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.directory.InvitationTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How soon the firm's mails with invitations left, by the days on which they were asked for. */
@Schema(name = "Punctuality")
public record PunctualityRepresentation(
        @Schema(description = "The time zone whose days these are.")
        String zone,

        @Schema(description = "Every day, today last; on some there may have been none.")
        List<DayRepresentation> days) {

    /** One day. A mail that was cancelled, or that waits for less than five minutes, counts nowhere. */
    @Schema(name = "PunctualityDay")
    public record DayRepresentation(
            @Schema(description = "Such as 2026-03-01.") String day,

            @Schema(description = "The mail server took them within five minutes; some may have come back since.")
            long inTime,

            @Schema(description = "It took them later, or they wait for longer than that.")
            long late,

            @Schema(description = "It never took them.") long failed) {}

    static PunctualityRepresentation of(ZoneId zone, LocalDate first, LocalDate last, List<InvitationTimes> times) {
        Map<LocalDate, List<InvitationTimes>> byDay = times.stream()
                .collect(Collectors.groupingBy(
                        quarter -> LocalDate.ofInstant(Instant.ofEpochMilli(quarter.startedAt()), zone)));
        return new PunctualityRepresentation(
                zone.getId(),
                Stream.iterate(first, day -> !day.isAfter(last), day -> day.plusDays(1))
                        .map(day -> day(day, byDay.getOrDefault(day, List.of())))
                        .toList());
    }

    private static DayRepresentation day(LocalDate day, List<InvitationTimes> quarters) {
        return new DayRepresentation(
                day.toString(),
                sum(quarters, InvitationTimes::inTime),
                sum(quarters, InvitationTimes::late),
                sum(quarters, InvitationTimes::failed));
    }

    private static long sum(List<InvitationTimes> quarters, ToLongFunction<InvitationTimes> count) {
        return quarters.stream().mapToLong(count).sum();
    }
}
