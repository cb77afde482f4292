package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.mail.SampleMail;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import org.keycloak.models.RealmModel;

/** Checks of single fields that come from outside; each refusal names the field and never repeats its value. */
final class Check {
    /** As long as an id of Keycloak's can be. */
    private static final int MAX_ID = 36;

    private static final int MAX_SEARCH = 255;

    private Check() {}

    /** One line of text without outer blanks; null when it is empty. */
    static String line(String field, String value, int max) {
        return text(field, value, max, Character::isISOControl);
    }

    /** Text that may have several lines. */
    static String lines(String field, String value, int max) {
        return text(field, value, max, letter -> Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0);
    }

    private static String text(String field, String value, int max, IntPredicate refused) {
        if (value == null || value.isEmpty()) return null;
        if (value.length() > max) throw invalid(field, "At most " + max + " letters.");
        // A lone surrogate is no letter; databases refuse it with an error of their own.
        if (value.codePoints().anyMatch(letter -> refused.test(letter) || isLoneSurrogate(letter))) {
            throw invalid(field, "Contains control characters.");
        }
        return value.isBlank() ? null : value.strip();
    }

    private static boolean isLoneSurrogate(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    static <T> T required(String field, T valueOrNull) {
        if (valueOrNull == null) throw invalid(field, "Is needed.");
        return valueOrNull;
    }

    static int between(String field, int value, int min, int max) {
        if (value < min || value > max) throw invalid(field, "From " + min + " to " + max + ".");
        return value;
    }

    /** A number that comes as text, or the usual one where nothing was asked for. */
    static int number(String field, String value, int usual, int min, int max) {
        if (value == null || value.isEmpty()) return usual;
        try {
            return between(field, Integer.parseInt(value), min, max);
        } catch (NumberFormatException notANumber) {
            throw invalid(field, "From " + min + " to " + max + ".");
        }
    }

    /** Either of two words; false when nothing was asked for. */
    static boolean flag(String field, String value) {
        if (value == null || value.isEmpty() || value.equals("false")) return false;
        if (value.equals("true")) return true;
        throw invalid(field, "true or false.");
    }

    /** A time zone by its name; UTC when nothing was asked for. */
    static ZoneId zone(String field, String value) {
        if (value == null || value.isEmpty()) return ZoneId.of("UTC");
        if (!ZoneId.getAvailableZoneIds().contains(value)) throw invalid(field, "No such time zone.");
        return ZoneId.of(value);
    }

    /** A language that the realm speaks. */
    static Locale language(RealmModel realm, String value) {
        return SampleMail.language(realm, required("language", value))
                .orElseThrow(() -> invalid("language", "The realm does not speak it."));
    }

    static String search(String value) {
        return line("search", value, MAX_SEARCH);
    }

    /** An enum by its name in whatever case; null when nothing was asked for. */
    static <E extends Enum<E>> E oneOf(String field, String value, Class<E> type) {
        if (value == null || value.isEmpty()) return null;
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> invalid(field, "One of " + names(type) + "."));
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).toList())
                .toLowerCase(Locale.ROOT);
    }

    /** Whether something of ours or Keycloak's can have this id at all; databases choke on some that cannot. */
    static boolean isId(String id) {
        return id != null
                && !id.isEmpty()
                && id.length() <= MAX_ID
                && id.chars().noneMatch(letter -> letter <= ' ' || letter >= 127);
    }

    static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.INVALID, detail, Map.of("field", field));
    }
}
