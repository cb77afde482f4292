package dev.clientportal.keycloak.company;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Aliases for a company that was given none: small Latin letters, digits and hyphens, of what it is called. */
public record AliasProposal(String base) {
    /** Room for a number behind it. */
    private static final int MAX = 240;

    /** How many are proposed at a time. */
    private static final int SOME = 20;

    /** Of the first of these names that has something to make an alias of. */
    public static AliasProposal of(String... names) {
        return new AliasProposal(Stream.of(names)
                .filter(Objects::nonNull)
                .map(AliasProposal::plain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("company"));
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String words = hyphened(letters.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        return words.length() <= MAX ? words : hyphened(words.substring(0, MAX));
    }

    private static String hyphened(String text) {
        return text.replaceAll("^-|-$", "");
    }

    /** Some aliases, the best one first. @param round which some, from 0 on */
    public List<String> some(int round) {
        return IntStream.rangeClosed(round * SOME + 1, (round + 1) * SOME)
                .mapToObj(number -> number == 1 ? base : base + "-" + number)
                .toList();
    }
}
