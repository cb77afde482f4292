package dev.clientportal.portal.signing;

import dev.clientportal.portal.document.DocumentRow;
import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.signing.Evidence.Fact;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words the evidence in the signer's language. */
@ApplicationScoped
class EvidenceText {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Evidence of(
            String id, Firm firm, DocumentRow original, Signer signer, String typedName, Instant now, String verifyAt) {
        SigningMessages words = MessageBundles.get(
                SigningMessages.class, Localized.Literal.of(signer.language().toLanguageTag()));
        String bytes = NumberFormat.getIntegerInstance(signer.language()).format(original.size());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.factDocument(), original.name()));
        facts.add(new Fact(words.factSigner(), typedName));
        facts.add(new Fact(words.factName(), signer.actor().name()));
        facts.add(new Fact(words.factEmail(), signer.email() == null ? words.unknown() : signer.email()));
        facts.add(new Fact(words.factCompany(), signer.companyName()));
        facts.add(new Fact(words.factFirm(), firm.name()));
        facts.add(new Fact(words.factTime(), time(now, firm, signer.language())));
        facts.add(new Fact(words.factConsent(), words.consent(original.name(), signer.companyName())));
        facts.add(new Fact(words.factMethod(), method(words, signer.methods())));
        facts.add(new Fact(words.factClient(), signer.client() == null ? words.unknown() : signer.client()));
        facts.add(new Fact(words.factAddress(), signer.ip()));
        facts.add(new Fact(words.factHash(), original.sha256()));
        facts.add(new Fact(words.factSize(), words.bytes(bytes)));
        facts.add(new Fact(words.factId(), id));
        facts.add(new Fact(words.factVerify(), verifyAt));
        return new Evidence(
                signer.language().toLanguageTag(),
                signedName(original.name(), signer.language()),
                words.evidenceTitle(),
                facts,
                List.of(words.evidenceNote(bytes)));
    }

    /** Without the ending. */
    String signedName(String original, Locale language) {
        String base = original.replaceFirst("(?i)\\.pdf$", "");
        return MessageBundles.get(SigningMessages.class, Localized.Literal.of(language.toLanguageTag()))
                .signedName(base);
    }

    private static String time(Instant now, Firm firm, Locale language) {
        String local = now.atZone(firm.timeZone())
                .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
                        .withLocale(language));
        return local + " (" + firm.timeZone().getId() + ") = " + UTC.format(now);
    }

    /** What is not known by a word of ours is told as Keycloak tells it. */
    private static String method(SigningMessages words, List<String> methods) {
        if (methods.isEmpty()) return words.unknown();
        List<String> told = methods.stream()
                .map(method -> method.equals("email") ? words.methodMail() : method)
                .toList();
        return String.join(", ", told);
    }
}
