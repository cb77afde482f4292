package dev.clientportal.keycloak.mail;

import dev.clientportal.keycloak.firm.BrandColors;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmText;
import dev.clientportal.keycloak.firm.FirmTime;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/** Subject, text and HTML of a mail, in the firm's brand and the contact's language. */
final class MailContent {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final Firm firm;
    private final UriBuilder realmUrl;

    /** @param realmUrl the realm's public address; null only for mails without a link of ours, which then have no logo */
    MailContent(KeycloakSession session, RealmModel realm, Firm firm, UriBuilder realmUrl) {
        this.session = session;
        this.realm = realm;
        this.firm = firm;
        this.realmUrl = realmUrl;
    }

    RenderedMail invitation(Mail mail, UserModel contact, OrganizationModel company, String secret, long expires) {
        FirmText own = new FirmText(firm.getInvitationSubject(), firm.getInvitationText());
        MailReader reader = MailReader.of(realm, contact, company);
        return addressed(mail, contact, invitation(reader, own, link(secret), expires));
    }

    /** @param own in place of the theme's; what is null in it stays the theme's */
    MailParts invitation(MailReader reader, FirmText own, String link, long expires) {
        String expiry = FirmTime.format(firm, expires, reader.locale());
        MergeFields merge = new MergeFields(Map.of(
                "firstName", text(reader.firstName()),
                "lastName", text(reader.lastName()),
                "company", reader.company(),
                "firm", firmName(),
                "expires", expiry));
        Map<String, Object> model = model(reader);
        model.put("link", link);
        model.put("expires", expiry);
        return render(
                MailKind.INVITATION,
                reader.locale(),
                own(model, own, merge),
                merged(own.subject(), merge),
                "clientPortalInvitationSubject",
                reader.company());
    }

    /** @param companyOrNull null when the contact has several to choose from */
    RenderedMail login(
            Mail mail, UserModel contact, OrganizationModel companyOrNull, String secret, String code, long expires) {
        MailReader reader = MailReader.of(realm, contact, companyOrNull);
        Locale locale = reader.locale();
        Map<String, Object> model = model(reader);
        model.put("link", link(secret));
        model.put("code", code.substring(0, 3) + ' ' + code.substring(3));
        model.put("expires", FirmTime.format(firm, expires, locale));
        model.put("askedAt", FirmTime.format(firm, mail.getQueuedAt(), locale));
        model.put("askedFrom", mail.getOrigin().from());
        return addressed(mail, contact, render(MailKind.LOGIN, locale, model, null, "clientPortalLoginSubject", ""));
    }

    /** For a contact who has accepted: the link is the target itself. */
    RenderedMail notice(Mail mail, UserModel contact, OrganizationModel company) {
        return notice(mail, contact, company, mail.getNotice().target(), null);
    }

    /** For a contact who has not: the link invites, and leads on to the target. */
    RenderedMail notice(Mail mail, UserModel contact, OrganizationModel company, String secret, long expires) {
        return notice(mail, contact, company, link(secret), Long.valueOf(expires));
    }

    private RenderedMail notice(
            Mail mail, UserModel contact, OrganizationModel company, String link, Long expiresOrNull) {
        FirmText own = session.getProvider(FirmStore.class)
                .text(realm.getId(), mail.getNotice().kind().code())
                .orElse(FirmText.NONE);
        MailReader reader = MailReader.of(realm, contact, company);
        return addressed(mail, contact, notice(reader, own, mail.getNotice(), link, expiresOrNull));
    }

    /** @param expiresOrNull null when the link is no invitation */
    MailParts notice(MailReader reader, FirmText own, Notice notice, String link, Long expiresOrNull) {
        Map<String, Object> model = model(reader);
        model.put("link", link);
        model.put("expires", expiresOrNull == null ? null : FirmTime.format(firm, expiresOrNull, reader.locale()));
        model.put("title", notice.title());
        model.put("note", notice.text());
        MergeFields merge = new MergeFields(Map.of(
                "firstName", text(reader.firstName()),
                "lastName", text(reader.lastName()),
                "company", reader.company(),
                "firm", firmName(),
                "title", notice.title()));
        return render(
                notice.kind(),
                reader.locale(),
                own(model, own, merge),
                merged(own.subject(), merge),
                subjectKey(notice.kind()),
                notice.title());
    }

    private static Map<String, Object> own(Map<String, Object> model, FirmText own, MergeFields merge) {
        if (own.text() != null) model.put("text", merge.into(own.text()));
        return model;
    }

    private static String merged(String ownOrNull, MergeFields merge) {
        return ownOrNull == null ? null : merge.into(ownOrNull);
    }

    private static String subjectKey(MailKind kind) {
        return switch (kind) {
            case TASK_ASSIGNED -> "clientPortalTaskAssignedSubject";
            case REMINDER -> "clientPortalReminderSubject";
            case DOCUMENT -> "clientPortalDocumentSubject";
            default -> "clientPortalCustomSubject";
        };
    }

    private MailParts render(
            MailKind kind,
            Locale locale,
            Map<String, Object> model,
            String ownSubject,
            String subjectKey,
            String about) {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
            Properties messages = theme.getEnhancedMessages(realm, locale);
            String subject = oneLine(
                    ownSubject != null
                            ? ownSubject
                            : new MessageFormat(messages.getProperty(subjectKey, subjectKey), locale)
                                    .format(new Object[] {firmName(), about}));
            model.put("subject", subject);
            model.put("msg", new MessageFormatterMethod(locale, messages));
            model.put("properties", theme.getProperties());
            FreeMarkerProvider freeMarker = session.getProvider(FreeMarkerProvider.class);
            return new MailParts(
                    subject,
                    freeMarker.processTemplate(model, "text/" + kind.template(), theme),
                    freeMarker.processTemplate(model, "html/" + kind.template(), theme));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FreeMarkerException broken) {
            throw new IllegalStateException("The mail's template does not work", broken);
        }
    }

    private RenderedMail addressed(Mail mail, UserModel contact, MailParts parts) {
        return new RenderedMail(
                contact.getEmail(),
                server(),
                parts.subject(),
                parts.text(),
                parts.html(),
                mail.getKind(),
                mail.getLink(),
                mail.getQueuedAt());
    }

    private Map<String, Object> model(MailReader reader) {
        Map<String, Object> model = new HashMap<>();
        BrandColors colors = BrandColors.of(firm.getPrimaryColor());
        Map<String, Object> portal = new HashMap<>();
        portal.put("name", firmName());
        portal.put("description", firm.getDescription());
        portal.put("logoUrl", logoUrl());
        portal.put("primaryColor", colors.primary());
        portal.put("onPrimaryColor", colors.onPrimary());
        portal.put("poweredBy", !firm.isWhiteLabel());
        portal.put("help", firm.getHelp());
        model.put("portal", portal);
        Map<String, Object> person = new HashMap<>();
        person.put("firstName", reader.firstName());
        person.put("lastName", reader.lastName());
        model.put("contact", person);
        model.put("company", reader.company());
        model.put("locale", reader.locale());
        model.put("ltr", MailLocale.isLeftToRight(reader.locale()));
        model.put("realmName", firmName());
        return model;
    }

    /** The realm's mail server, with the firm as the sender's name. */
    Map<String, String> server() {
        Map<String, String> server = new HashMap<>(realm.getSmtpConfig());
        server.put("fromDisplayName", oneLine(firmName()));
        return server;
    }

    private String firmName() {
        if (firm.getName() != null) return firm.getName();
        return realm.getDisplayName() != null ? realm.getDisplayName() : realm.getName();
    }

    private String logoUrl() {
        if (firm.getLogoEtag() == null || realmUrl == null) return null;
        return realmUrl.clone()
                .path("client-portal/brand/logo")
                .queryParam("v", firm.getLogoEtag())
                .build()
                .toString();
    }

    private String link(String secret) {
        return realmUrl.clone().path("client-portal/link").path(secret).build().toString();
    }

    /** Line breaks and other control characters could start a header of their own. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String text(String nullable) {
        return nullable == null ? "" : nullable;
    }
}
