package dev.clientportal.keycloak.setting;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One configuration property, declared once: its name, help, type, default and reader. Factories list settings, readers
 * read them, and the documentation table walks the same list.
 *
 * @param <T> what the setting is read as
 */
public final class Setting<T> {
    private final String name;
    private final String label;
    private final String help;
    private final String type;
    private final T byDefault;
    private final Function<String, T> reader;

    private Setting(String name, String label, String help, String type, T byDefault, Function<String, T> reader) {
        this.name = name;
        this.label = label;
        this.help = help;
        this.type = type;
        this.byDefault = byDefault;
        this.reader = reader;
    }

    /** A whole number that is kept within {@code min} and {@code max}. */
    public static Setting<Integer> number(String name, String label, String help, int byDefault, int min, int max) {
        return new Setting<>(
                name,
                label,
                help + " From " + min + " to " + max + ".",
                ProviderConfigProperty.INTEGER_TYPE,
                byDefault,
                text -> Math.max(min, Math.min(max, Integer.parseInt(text.trim()))));
    }

    public static Setting<Boolean> flag(String name, String label, String help, boolean byDefault) {
        return new Setting<>(name, label, help, ProviderConfigProperty.BOOLEAN_TYPE, byDefault, Boolean::valueOf);
    }

    /** One word of a few, in whatever case. An unknown one stops the server: to go on would not be what was asked for. */
    public static <E extends Enum<E>> Setting<E> choice(String name, String label, String help, E byDefault) {
        Class<E> type = byDefault.getDeclaringClass();
        return new Setting<>(
                name,
                label,
                help,
                ProviderConfigProperty.STRING_TYPE,
                byDefault,
                text -> Enum.valueOf(type, text.trim().toUpperCase(Locale.ROOT)));
    }

    public static Setting<String> text(String name, String label, String help, String byDefault) {
        return new Setting<>(name, label, help, ProviderConfigProperty.STRING_TYPE, byDefault, Function.identity());
    }

    public String name() {
        return name;
    }

    /** The last part of the server option, as Keycloak writes it: {@code mail-pause-seconds} for {@code mailPauseSeconds}. */
    public String option() {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    public String help() {
        return help;
    }

    public T byDefault() {
        return byDefault;
    }

    /** Reads a server option ({@code --spi-<spi>--<provider>--<name>}). */
    public T from(Config.Scope scope) {
        return read(scope.get(name));
    }

    /** Reads an authenticator's configuration; a missing configuration means the default. */
    public T from(Map<String, String> config) {
        return read(config == null ? null : config.get(name));
    }

    private T read(String text) {
        return text == null || text.isBlank() ? byDefault : reader.apply(text);
    }

    /** How Keycloak's console and {@code show-config} see this setting. */
    public ProviderConfigProperty property() {
        Object shown = byDefault instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : byDefault;
        return new ProviderConfigProperty(name, label, help, type, shown);
    }
}
