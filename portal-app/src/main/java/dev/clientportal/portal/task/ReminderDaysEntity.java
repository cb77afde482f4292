package dev.clientportal.portal.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which days a firm reminds. */
@Entity
@Table(name = "reminder_days")
class ReminderDaysEntity {
    @Id
    String firm;

    /** With commas between. */
    @Column(nullable = false)
    String days;

    /** When they were chosen. */
    @Column(nullable = false)
    LocalDate since;

    @Version
    int version;

    List<Integer> days() {
        return Stream.of(days.split(","))
                .filter(day -> !day.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    void choose(List<Integer> chosen, LocalDate today) {
        days = chosen.stream().map(String::valueOf).collect(Collectors.joining(","));
        since = today;
    }
}
