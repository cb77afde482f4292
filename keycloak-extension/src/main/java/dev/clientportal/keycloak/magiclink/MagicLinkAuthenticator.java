package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.LoginMetrics;
import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.mail.LinkLifetime;
import dev.clientportal.keycloak.mail.LoginCode;
import dev.clientportal.keycloak.page.ClosedDoor;
import dev.clientportal.keycloak.page.DoorPage;
import dev.clientportal.keycloak.page.LoginPreview;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;

/** Asks for an address, then for the code that was mailed to it; or takes the proof that a mailed link left. */
final class MagicLinkAuthenticator implements Authenticator {
    static final String METHOD = "client-portal-magic-link";

    private static final Logger LOG = Logger.getLogger(MagicLinkAuthenticator.class);
    private static final int MAX_ADDRESS = 254;

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<Proof> proof = Proof.take(context.getAuthenticationSession());
        WaitingLogin waiting = new WaitingLogin(context.getAuthenticationSession());
        if (proof.isPresent()) {
            signIn(context, proof.get(), "link");
        } else if (waiting.hasAsked()) {
            context.challenge(sentPage(context, waiting, null));
        } else {
            context.challenge(addressPage(context, hint(context), 0, null));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        WaitingLogin waiting = new WaitingLogin(context.getAuthenticationSession());
        String action = form.getFirst("action");
        if ("change".equals(action)) {
            waiting.forget();
            context.challenge(addressPage(context, waiting.address(), 0, null));
        } else if ("resend".equals(action) && waiting.hasAsked()) {
            ask(context, waiting, waiting.address());
        } else if ("code".equals(action) && waiting.hasAsked()) {
            tryCode(context, waiting, form.getFirst("code"));
        } else {
            rememberMe(context, form);
            String address =
                    form.getFirst("email") == null ? "" : form.getFirst("email").strip();
            if (address.length() <= MAX_ADDRESS && AccessPolicy.isValidAddress(address)) {
                ask(context, waiting, address);
            } else {
                context.challenge(addressPage(context, address, 0, "clientPortalAddressInvalid"));
            }
        }
    }

    private void ask(AuthenticationFlowContext context, WaitingLogin waiting, String address) {
        MailAsk ask = new MailAsk(context.getSession());
        String linkId = KeycloakModelUtils.generateId();
        long wait;
        try {
            wait = ask.queue(linkId, address, ask.waiting(context.getAuthenticationSession()));
        } catch (RuntimeException limiterDown) {
            LOG.error("The limiter cannot answer, so no mail is sent", limiterDown);
            context.challenge(addressPage(context, address, 0, "clientPortalMailUnavailable"));
            return;
        }
        if (wait > 0) {
            LoginMetrics.denied("too_many");
            context.challenge(
                    waiting.hasAsked()
                            ? sentPage(context, waiting, wait, null)
                            : addressPage(context, address, wait, null));
            return;
        }
        waiting.asked(address, linkId);
        context.challenge(sentPage(context, waiting, null));
    }

    private void tryCode(AuthenticationFlowContext context, WaitingLogin waiting, String typed) {
        long wait = new MailAsk(context.getSession()).countTry();
        if (wait > 0) {
            LoginMetrics.denied("too_many");
            context.getEvent().error("too_many");
            context.challenge(sentPage(context, waiting, new FormMessage("code", "clientPortalWait", wait)));
            return;
        }
        if (waiting.countTry() > LoginCode.TRIES) {
            refuseCode(context, waiting, "clientPortalCodeTooMany");
            return;
        }
        Optional<Link> link = matching(context, waiting.linkId(), typed);
        if (link.isEmpty()) {
            refuseCode(context, waiting, "clientPortalCodeWrong");
            return;
        }
        Optional<ClosedDoor> door = new Redemption(context.getSession(), context.getRealm()).redeem(link.get());
        if (door.isPresent()) {
            refuse(context, link.get(), door.get());
        } else {
            Link used = link.get();
            signIn(context, new Proof(used.getUserId(), used.getPurpose()), "code");
        }
    }

    private static Optional<Link> matching(AuthenticationFlowContext context, String linkId, String typed) {
        KeycloakSession session = context.getSession();
        LinkStore links = session.getProvider(LinkStore.class);
        String code = typed == null ? "" : typed.replaceAll("\\s", "");
        boolean mayTry = links.takeCodeTry(linkId, LoginCode.TRIES, Time.currentTimeMillis());
        return mayTry
                ? links.find(linkId).filter(link -> LoginCode.matches(session, context.getRealm(), link, code))
                : Optional.empty();
    }

    private static void refuseCode(AuthenticationFlowContext context, WaitingLogin waiting, String message) {
        LoginMetrics.login("code", "wrong_code");
        context.getEvent().detail(Details.AUTH_METHOD, METHOD).error(Errors.INVALID_CODE);
        context.challenge(sentPage(context, waiting, new FormMessage("code", message)));
    }

    private static void refuse(AuthenticationFlowContext context, Link link, ClosedDoor door) {
        LoginMetrics.denied(door.code());
        LoginMetrics.login("code", door.code());
        context.getEvent()
                .user(link.getUserId())
                .detail(Details.AUTH_METHOD, METHOD)
                .error(door.code());
        context.failureChallenge(
                AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR,
                new DoorPage(context.getSession(), door).response(context.form()));
    }

    private static void signIn(AuthenticationFlowContext context, Proof proof, String way) {
        UserModel contact = context.getSession().users().getUserById(context.getRealm(), proof.userId());
        UserModel expected = context.getUser();
        if (contact == null) {
            context.getEvent().error(Errors.USER_NOT_FOUND);
            context.failureChallenge(
                    AuthenticationFlowError.UNKNOWN_USER,
                    new DoorPage(context.getSession(), ClosedDoor.INVALID).response(context.form()));
            return;
        }
        if (expected != null && !expected.getId().equals(contact.getId())) {
            context.getEvent().error(Errors.DIFFERENT_USER_AUTHENTICATED);
            context.failureChallenge(
                    AuthenticationFlowError.USER_CONFLICT,
                    context.form()
                            .setError(Messages.DIFFERENT_USER_AUTHENTICATED, expected.getUsername())
                            .createErrorPage(Response.Status.CONFLICT));
            return;
        }
        context.getAuthenticationSession()
                .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, contact.getEmail());
        context.getEvent()
                .detail(Details.AUTH_METHOD, METHOD)
                .detail("purpose", proof.purpose().name().toLowerCase(java.util.Locale.ROOT))
                .detail("way", way);
        context.setUser(contact);
        LoginMetrics.login(way, "success");
        context.success();
    }

    private static void rememberMe(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        if (context.getRealm().isRememberMe() && "on".equals(form.getFirst("rememberMe"))) {
            context.getAuthenticationSession().setAuthNote(Details.REMEMBER_ME, "true");
            context.getEvent().detail(Details.REMEMBER_ME, "true");
        } else {
            context.getAuthenticationSession().removeAuthNote(Details.REMEMBER_ME);
        }
    }

    /** Only fills the field in: opening a login page must not send mail. */
    private static String hint(AuthenticationFlowContext context) {
        if (context.getUser() != null) return context.getUser().getEmail();
        String hint = context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM);
        if (hint != null && hint.contains("@")) return hint;
        String remembered = AuthenticationManager.getRememberMeUsername(context.getSession());
        return remembered != null && remembered.contains("@") ? remembered : null;
    }

    private static Response addressPage(
            AuthenticationFlowContext context, String address, long waitSeconds, String error) {
        LoginFormsProvider form =
                context.form().setAttribute("address", address).setAttribute("rememberMeChecked", remembers(context));
        if (waitSeconds > 0) form.setAttribute("waitSeconds", waitSeconds);
        if (error != null) form.addError(new FormMessage("email", error));
        return form.createForm(LoginPreview.TEMPLATE);
    }

    private static boolean remembers(AuthenticationFlowContext context) {
        return "true".equals(context.getAuthenticationSession().getAuthNote(Details.REMEMBER_ME))
                || AuthenticationManager.getRememberMeUsername(context.getSession()) != null;
    }

    private static Response sentPage(AuthenticationFlowContext context, WaitingLogin waiting, FormMessage error) {
        long wait = waiting.waitSeconds(new MailAsk(context.getSession()).pause());
        return sentPage(context, waiting, wait, error);
    }

    private static Response sentPage(
            AuthenticationFlowContext context, WaitingLogin waiting, long waitSeconds, FormMessage error) {
        LoginFormsProvider form = context.form()
                .setAttribute(
                        "sent",
                        Map.of(
                                "address", waiting.address(),
                                "minutes", LinkLifetime.loginMinutes(),
                                "waitSeconds", waitSeconds));
        if (error != null) form.addError(error);
        return form.createForm("client-portal-sent.ftl");
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
