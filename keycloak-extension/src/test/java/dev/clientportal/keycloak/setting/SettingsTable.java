package dev.clientportal.keycloak.setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.authentication.ConfigurableAuthenticatorFactory;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceSpi;

/** The tables of all settings, read from every factory that our services files name: none can be forgotten. */
final class SettingsTable {
    private static final Path SERVICES = Path.of("target", "classes", "META-INF", "services");
    private static final String OURS = "dev.clientportal.";

    private SettingsTable() {}

    static String markdown() {
        StringBuilder text = new StringBuilder();
        List<ProviderFactory<?>> factories = factories();
        for (Spi spi : spis()) {
            factories.stream()
                    .filter(factory -> spi.getProviderFactoryClass().isInstance(factory))
                    .filter(factory -> !factory.getConfigMetadata().isEmpty())
                    .forEach(factory -> table(
                            text,
                            "Server options `--spi-" + spi.getName() + "--" + factory.getId() + "--…`",
                            factory.getConfigMetadata(),
                            true));
        }
        for (ProviderFactory<?> factory : factories) {
            if (factory instanceof ConfigurableAuthenticatorFactory step
                    && factory instanceof ConfiguredProvider configured
                    && !configured.getConfigProperties().isEmpty()) {
                table(text, "Step *" + step.getDisplayType() + "* of a flow", configured.getConfigProperties(), false);
            }
            if (factory instanceof ProtocolMapper mapper) {
                table(text, "Mapper *" + mapper.getDisplayType() + "*", mapper.getConfigProperties(), false);
            }
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String title, List<ProviderConfigProperty> settings, boolean option) {
        text.append("\n**").append(title).append("**\n\n| Setting | Default | What it does |\n|---|---|---|\n");
        for (ProviderConfigProperty setting : settings) {
            String name = option ? dashed(setting.getName()) : setting.getName();
            Object byDefault = setting.getDefaultValue();
            text.append("| `").append(name).append("` | ");
            text.append(byDefault == null || byDefault.equals("") ? "" : "`" + byDefault + "`");
            text.append(" | ").append(setting.getHelpText()).append(" |\n");
        }
    }

    /** As Keycloak writes option names. */
    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Spi> spis() {
        return Stream.concat(
                        named("org.keycloak.provider.Spi").stream().map(Spi.class::cast),
                        // Keycloak's own, whose provider of ours has settings.
                        Stream.of(new AdminRealmResourceSpi()))
                .toList();
    }

    private static List<ProviderFactory<?>> factories() {
        List<ProviderFactory<?>> factories = new ArrayList<>();
        try (Stream<Path> files = Files.list(SERVICES)) {
            for (Path file : files.sorted().toList()) {
                for (Object service : named(file.getFileName().toString())) {
                    if (service instanceof ProviderFactory<?> factory) factories.add(factory);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return factories;
    }

    private static List<Object> named(String service) {
        try {
            List<Object> made = new ArrayList<>();
            for (String line : Files.readAllLines(SERVICES.resolve(service))) {
                if (line.startsWith(OURS)) {
                    made.add(
                            Class.forName(line.strip()).getDeclaredConstructor().newInstance());
                }
            }
            return made;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(service, broken);
        }
    }
}
