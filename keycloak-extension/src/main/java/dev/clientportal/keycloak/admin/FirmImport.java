package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.closing.SessionClosing;
import dev.clientportal.keycloak.firm.FirmActivation;
import dev.clientportal.keycloak.firm.FirmImage;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmText;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.transfer.FirmEntry;
import dev.clientportal.keycloak.transfer.ImportOutcome;
import dev.clientportal.keycloak.transfer.Imported;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Brings a firm's settings, gate and pictures into the realm: all of them or, when one is refused, none. */
final class FirmImport {
    private final StaffCall call;
    private final FirmStore firms;
    private final FirmActivation activation;
    private final String realmId;

    FirmImport(StaffCall call) {
        this.call = call;
        this.firms = call.get(FirmStore.class);
        this.activation = new FirmActivation(call.session(), call.realm());
        this.realmId = call.realm().getId();
    }

    Imported run(FirmEntry wanted) {
        Optional<FirmEntry> before = FirmEntry.read(firms, realmId);
        Map<FirmImage.Kind, FirmImage> pictures = pictures(wanted);
        Map<MailKind, FirmText> texts = texts(wanted);
        boolean active = Check.required("active", wanted.active());
        if (active) activation.requireReady(wanted.domain());
        else if (activation.deactivate()) call.get(SessionClosing.class).start(realmId, null);
        new FirmUpdate(call, settings(wanted)).save(new VersionTag(null));
        if (active) activation.activate();
        for (FirmImage.Kind kind : FirmImage.Kind.values()) {
            if (pictures.containsKey(kind)) firms.saveImage(realmId, kind, pictures.get(kind));
            else firms.removeImage(realmId, kind);
        }
        texts.forEach((kind, own) -> {
            boolean same =
                    firms.text(realmId, kind.code()).orElse(FirmText.NONE).equals(own);
            if (!same) firms.saveText(realmId, kind.code(), own);
        });
        firms.flush();
        return new Imported(outcome(before), Set.of());
    }

    private ImportOutcome outcome(Optional<FirmEntry> before) {
        if (before.isEmpty()) return ImportOutcome.CREATED;
        return before.equals(FirmEntry.read(firms, realmId)) ? ImportOutcome.UNCHANGED : ImportOutcome.CHANGED;
    }

    private static Map<FirmImage.Kind, FirmImage> pictures(FirmEntry wanted) {
        Map<FirmImage.Kind, FirmImage> pictures = new EnumMap<>(FirmImage.Kind.class);
        for (FirmImage.Kind kind : FirmImage.Kind.values()) {
            String picture = wanted.picture(kind);
            if (picture == null) continue;
            try {
                pictures.put(kind, FirmImage.of(Base64.getDecoder().decode(picture)));
            } catch (IllegalArgumentException noBase64) {
                throw Check.invalid(kind.path(), "Not base64.");
            }
        }
        return pictures;
    }

    /** For each kind: those that are left out are the theme's again. */
    private static Map<MailKind, FirmText> texts(FirmEntry wanted) {
        Map<String, FirmEntry.Words> left =
                new TreeMap<>(wanted.texts() == null ? Map.<String, FirmEntry.Words>of() : wanted.texts());
        Map<MailKind, FirmText> texts = new EnumMap<>(MailKind.class);
        for (MailKind kind : MailKind.values()) {
            if (!kind.isNotice()) continue;
            FirmEntry.Words words = left.remove(kind.code());
            texts.put(
                    kind,
                    words == null
                            ? FirmText.NONE
                            : new FirmTextRepresentation(words.subject(), words.text()).checked());
        }
        if (!left.isEmpty()) throw Check.invalid("texts", "There is no such kind of mail.");
        return texts;
    }

    private static FirmRepresentation settings(FirmEntry wanted) {
        return new FirmRepresentation(
                null,
                null,
                wanted.domain(),
                null,
                wanted.name(),
                wanted.description(),
                wanted.primaryColor(),
                wanted.help(),
                wanted.portalClientId(),
                wanted.timeZone(),
                wanted.invitationValidity(),
                wanted.invitationSubject(),
                wanted.invitationText(),
                wanted.whiteLabel(),
                wanted.oneClick(),
                wanted.ledgerDays(),
                null,
                null);
    }
}
