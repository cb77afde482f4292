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

    MailContent(KeycloakSession session, RealmModel realm, Firm firm, UriBuilder realmUrl) {
        this.session = session;
        this.realm = realm;
        this.firm = firm;
        this.realmUrl = realmUrl;
    }

    RenderedMail invitation(Mail mail, UserModel contact, OrganizationModel company, String secret, long expires) {
        Locale locale = MailLocale.of(realm, contact, company);
        String expiry = FirmTime.format(firm, expires, locale);
        MergeFields merge = new MergeFields(Map.of(
                "firstName", text(contact.getFirstName()),
                "lastName", text(contact.getLastName()),
                "company", company.getName(),
                "firm", firmName(),
                "expires", expiry));
        Map<String, Object> model = model(contact, company.getName(), locale);
        model.put("link", link(secret));
        model.put("expires", expiry);
        if (firm.getInvitationText() != null) model.put("text", merge.into(firm.getInvitationText()));
        String subject = firm.getInvitationSubject() == null ? null : merge.into(firm.getInvitationSubject());
        return render(mail, contact, locale, model, subject, "clientPortalInvitationSubject", company.getName());
    }

    /** @param companyOrNull null when the contact has several to choose from */
    RenderedMail login(
            Mail mail, UserModel contact, OrganizationModel companyOrNull, String secret, String code, long expires) {
        Locale locale = MailLocale.of(realm, contact, companyOrNull);
        Map<String, Object> model = model(contact, companyOrNull == null ? null : companyOrNull.getName(), locale);
        model.put("link", link(secret));
        model.put("code", code.substring(0, 3) + ' ' + code.substring(3));
        model.put("expires", FirmTime.format(firm, expires, locale));
        model.put("askedAt", FirmTime.format(firm, mail.getQueuedAt(), locale));
        model.put("askedFrom", mail.getOrigin().from());
        return render(mail, contact, locale, model, null, "clientPortalLoginSubject", "");
    }

    /** For a contact who has accepted: the link is the target itself. */
    RenderedMail notice(Mail mail, UserModel contact, OrganizationModel company) {
        return notice(mail, contact, company, mail.getNotice().target(), null);
    }

    /** For a contact who has not: the link invites, and leads on to the target. */
    RenderedMail notice(Mail mail, UserModel contact, OrganizationModel company, String secret, long expires) {
        return notice(
                mail,
                contact,
                company,
                link(secret),
                FirmTime.format(firm, expires, MailLocale.of(realm, contact, company)));
    }

    private RenderedMail notice(
            Mail mail, UserModel contact, OrganizationModel company, String link, String expiresOrNull) {
        Locale locale = MailLocale.of(realm, contact, company);
        Notice notice = mail.getNotice();
        Map<String, Object> model = model(contact, company.getName(), locale);
        model.put("link", link);
        model.put("expires", expiresOrNull);
        model.put("title", notice.title());
        model.put("note", notice.text());
        FirmText own = session.getProvider(FirmStore.class)
                .text(realm.getId(), notice.kind().code())
                .orElse(FirmText.NONE);
        MergeFields merge = new MergeFields(Map.of(
                "firstName", text(contact.getFirstName()),
                "lastName", text(contact.getLastName()),
                "company", company.getName(),
                "firm", firmName(),
                "title", notice.title()));
        if (own.text() != null) model.put("text", merge.into(own.text()));
        String subject = own.subject() == null ? null : merge.into(own.subject());
        return render(mail, contact, locale, model, subject, subjectKey(notice.kind()), notice.title());
    }

    private static String subjectKey(MailKind kind) {
        return switch (kind) {
            case TASK_ASSIGNED -> "clientPortalTaskAssignedSubject";
            case REMINDER -> "clientPortalReminderSubject";
            case DOCUMENT -> "clientPortalDocumentSubject";
            default -> "clientPortalCustomSubject";
        };
    }

    private RenderedMail render(
            Mail mail,
            UserModel contact,
            Locale locale,
            Map<String, Object> model,
            String ownSubject,
            String subjectKey,
            String about) {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
            Properties messages = theme.getEnhancedMessages(realm, locale);
            String subject = ownSubject != null
                    ? ownSubject
                    : new MessageFormat(messages.getProperty(subjectKey, subjectKey), locale)
                            .format(new Object[] {firmName(), about});
            model.put("subject", oneLine(subject));
            model.put("msg", new MessageFormatterMethod(locale, messages));
            model.put("properties", theme.getProperties());
            FreeMarkerProvider freeMarker = session.getProvider(FreeMarkerProvider.class);
            String template = mail.getKind().template();
            return new RenderedMail(
                    contact.getEmail(),
                    server(),
                    oneLine(subject),
                    freeMarker.processTemplate(model, "text/" + template, theme),
                    freeMarker.processTemplate(model, "html/" + template, theme),
                    mail.getKind(),
                    mail.getLink(),
                    mail.getQueuedAt());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FreeMarkerException broken) {
            throw new IllegalStateException("The mail's template does not work", broken);
        }
    }

    private Map<String, Object> model(UserModel contact, String company, Locale locale) {
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
        person.put("firstName", contact.getFirstName());
        person.put("lastName", contact.getLastName());
        model.put("contact", person);
        model.put("company", company);
        model.put("locale", locale);
        model.put("ltr", MailLocale.isLeftToRight(locale));
        model.put("realmName", firmName());
        return model;
    }

    /** The realm's mail server, with the firm as the sender's name. */
    private Map<String, String> server() {
        Map<String, String> server = new HashMap<>(realm.getSmtpConfig());
        server.put("fromDisplayName", oneLine(firmName()));
        return server;
    }

    private String firmName() {
        if (firm.getName() != null) return firm.getName();
        return realm.getDisplayName() != null ? realm.getDisplayName() : realm.getName();
    }

    private String logoUrl() {
        if (firm.getLogoEtag() == null) return null;
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
