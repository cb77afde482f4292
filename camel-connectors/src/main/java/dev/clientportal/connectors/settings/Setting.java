package dev.clientportal.connectors.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One setting: its name, what it is for, what it is without one, and how it is read. Declared once, in {@link Settings}.
 *
 * @param name as a system property or in a properties file; see {@link #variable()} for the environment
 * @param byDefault in the words of a file; null where it has to be given
 * @param isSecret whether it can also be read from a file named by {@code …-file}, and is never shown
 */
public record Setting<T>(
        String name, String help, String byDefault, boolean isSecret, boolean isOptional, Function<String, T> reader) {
    private static final String PREFIX = "client-portal.connectors.";

    static Setting<String> text(String name, String help, String byDefault) {
        return new Setting<>(PREFIX + name, help, byDefault, false, false, text -> text);
    }

    static Setting<String> optional(String name, String help) {
        return new Setting<>(PREFIX + name, help, null, false, true, text -> text);
    }

    static Setting<String> secret(String name, String help) {
        return new Setting<>(PREFIX + name, help, null, true, false, text -> text);
    }

    static Setting<String> optionalSecret(String name, String help) {
        return new Setting<>(PREFIX + name, help, null, true, true, text -> text);
    }

    static Setting<List<String>> list(String name, String help) {
        return new Setting<>(PREFIX + name, help, null, false, false, Setting::items);
    }

    /** Scheme, host and port exactly as a browser sends them; no pattern, as one too wide lets strangers in. */
    static Setting<List<String>> origins(String name, String help) {
        return new Setting<>(PREFIX + name, help, null, false, true, text -> {
            List<String> origins = items(text);
            for (String origin : origins) {
                if (!origin.matches("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]{1,5})?")) {
                    throw new IllegalArgumentException(
                            "must be as https://login.example.com: in lower case, without a path or *");
                }
            }
            return origins;
        });
    }

    private static List<String> items(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    static Setting<Integer> number(String name, String help, int byDefault, int least, int most) {
        return new Setting<>(PREFIX + name, help, Integer.toString(byDefault), false, false, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("must be from " + least + " to " + most);
            }
            return number;
        });
    }

    /** One word of a few, in whatever case. */
    static <E extends Enum<E>> Setting<E> choice(String name, String help, E byDefault) {
        E[] words = byDefault.getDeclaringClass().getEnumConstants();
        String all = Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Setting<>(
                PREFIX + name,
                help + " One of " + all + ".",
                byDefault.name().toLowerCase(Locale.ROOT),
                false,
                false,
                text -> Arrays.stream(words)
                        .filter(word -> word.name().equalsIgnoreCase(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must be one of " + all)));
    }

    /** Numbers with a unit, as {@code 10s}, {@code 5m}, {@code 24h} or {@code 30d}. */
    static Setting<Duration> duration(String name, String help, String byDefault) {
        return new Setting<>(PREFIX + name, help, byDefault, false, false, Setting::parseDuration);
    }

    private static Duration parseDuration(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.matches("\\d{1,9}(ms|s|m|h|d)")) {
            throw new IllegalArgumentException("must be a number with ms, s, m, h or d");
        }
        if (lower.endsWith("d")) return Duration.parse("P" + lower);
        if (lower.endsWith("ms")) return Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)));
        return Duration.parse("PT" + lower);
    }

    /** Its name in the environment. */
    public String variable() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
