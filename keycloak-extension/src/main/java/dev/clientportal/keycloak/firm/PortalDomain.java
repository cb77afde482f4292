package dev.clientportal.keycloak.firm;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A portal's public domain name. Two spellings of one name (case, Unicode form, punycode) fold to the same
 * {@link #folded} text, which is what the database keeps unique.
 */
public record PortalDomain(String folded, String display) {
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** The domain, or empty when the text is not a host name of at least two labels. */
    public static Optional<PortalDomain> parse(String text) {
        if (text == null || text.length() > 253) return Optional.empty();
        String display =
                Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        try {
            String folded = IDN.toASCII(display, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return HOST.matcher(folded).matches()
                    ? Optional.of(new PortalDomain(folded, IDN.toUnicode(folded)))
                    : Optional.empty();
        } catch (IllegalArgumentException notAHostName) {
            return Optional.empty();
        }
    }

    /** Names close to this one, for a firm whose first wish is taken. */
    public List<PortalDomain> variations() {
        int dot = folded.indexOf('.');
        String name = folded.substring(0, dot);
        String rest = folded.substring(dot);
        return Stream.of(name + "-portal", name + "-clients", "my-" + name, name + "-2", name + "-3")
                .map(label -> PortalDomain.parse(label + rest))
                .flatMap(Optional::stream)
                .toList();
    }
}
