package dev.clientportal.keycloak.magiclink;

import dev.clientportal.keycloak.access.DenialReason;
import dev.clientportal.keycloak.access.LoginMetrics;
import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import dev.clientportal.keycloak.firm.FirmTime;
import dev.clientportal.keycloak.invitation.Invitations;
import dev.clientportal.keycloak.link.Link;
import dev.clientportal.keycloak.link.LinkEnd;
import dev.clientportal.keycloak.link.LinkPurpose;
import dev.clientportal.keycloak.link.LinkStore;
import dev.clientportal.keycloak.link.Origin;
import dev.clientportal.keycloak.link.Secrets;
import dev.clientportal.keycloak.page.ClosedDoor;
import dev.clientportal.keycloak.page.DoorPage;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** The page behind a mailed link. Looking at it changes nothing; each of its buttons is a POST. */
@Produces(MediaType.TEXT_HTML)
public final class LinkResource {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final LinkStore links;
    private final PageToken pageToken;

    public LinkResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.links = session.getProvider(LinkStore.class);
        this.pageToken = new PageToken(session);
    }

    @GET
    @Path("{secret}")
    public Response show(@PathParam("secret") String secret) {
        return find(secret).map(link -> show(link, signedInAsOther(link))).orElseGet(this::unknown);
    }

    /** The button: consumes the link and goes on to where the login leads. */
    @POST
    @Path("{secret}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response use(
            @PathParam("secret") String secret, @FormParam("csrf") String csrf, @FormParam("signOut") String signOut) {
        Link link = find(secret).orElse(null);
        if (link == null) return unknown();
        Optional<Response> refused = refuse(csrf, link);
        if (refused.isPresent()) return refused.get();
        AuthResult other = signedInAsOther(link);
        if (other != null && !"true".equals(signOut)) return show(link, other);
        Optional<ClosedDoor> door = new Redemption(session, realm).redeem(link);
        if (door.isPresent()) return closed(link, door.get());
        if (other != null) signOut(other);
        return new LinkLogin(session, link).complete();
    }

    /** Says that a person's browser shows the page; sent by the page's script, so never by a mere GET. */
    @POST
    @Path("{secret}/opened")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response opened(@PathParam("secret") String secret, @FormParam("csrf") String csrf) {
        find(secret)
                .filter(link -> pageToken.isValid(csrf, link))
                .ifPresent(link -> links.opened(link.getId(), CoarseClient.of(session), Time.currentTimeMillis()));
        return Response.noContent().build();
    }

    /** "This was not me": ends everything that is open for the contact. */
    @POST
    @Path("{secret}/not-me")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response notMe(@PathParam("secret") String secret, @FormParam("csrf") String csrf) {
        Link link = find(secret).orElse(null);
        if (link == null) return unknown();
        Optional<Response> refused = refuse(csrf, link);
        if (refused.isPresent()) return refused.get();
        links.endAll(null, link.getUserId(), LinkEnd.NOT_ME, Time.currentTimeMillis());
        event(link).error("not_me");
        return done("not-me", link);
    }

    /** For a link that ran out or was used: mails a fresh one to the same contact, within the limits. */
    @POST
    @Path("{secret}/fresh")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fresh(@PathParam("secret") String secret, @FormParam("csrf") String csrf) {
        Link link = find(secret).orElse(null);
        if (link == null) return unknown();
        if (!pageToken.isValid(csrf, link)) return new DoorPage(session, ClosedDoor.CSRF).response();
        if (!ClosedDoor.of(link.stateAt(Time.currentTimeMillis())).isFreshPossible()) return show(link, null);
        UserModel contact = session.users().getUserById(realm, link.getUserId());
        if (contact == null || contact.getEmail() == null) return unknown();
        long wait;
        try {
            wait = link.getPurpose() == LinkPurpose.INVITATION && link.getConsumedAt() == null
                    ? freshInvitation(link, contact)
                    : freshLogin(link, contact);
        } catch (ProblemException refused) {
            return closedFor(link, refused);
        }
        return wait > 0 ? comeBackIn(wait) : done("fresh-sent", link);
    }

    private long freshInvitation(Link link, UserModel contact) {
        long wait = new MailAsk(session).countRequest();
        if (wait > 0) return wait;
        OrganizationModel company =
                session.getProvider(OrganizationProvider.class).getById(link.getOrgId());
        new Invitations(session, realm).sendFresh(company, contact, link);
        return 0;
    }

    private long freshLogin(Link link, UserModel contact) {
        MailAsk ask = new MailAsk(session);
        Origin here = new Origin(null, null, link.getOrigin().clientId(), CoarseClient.of(session));
        return ask.queue(KeycloakModelUtils.generateId(), contact.getEmail(), here);
    }

    private Response closedFor(Link link, ProblemException refused) {
        Object retryAfter = refused.getResponse().getHeaders().getFirst("Retry-After");
        if (retryAfter != null) return comeBackIn(Long.parseLong(retryAfter.toString()));
        DenialReason reason = Arrays.stream(DenialReason.values())
                .filter(known -> known.problem() == refused.problem())
                .findFirst()
                .orElse(DenialReason.CONTACT_NOT_ENABLED);
        return closed(link, ClosedDoor.of(reason));
    }

    private Optional<Link> find(String secret) {
        return links.findBySecretHash(Secrets.sha256(secret))
                .filter(link -> link.getRealmId().equals(realm.getId()));
    }

    /**
     * The page's language menu leads to an address without what stood for the secret: Keycloak takes the path for a
     * template there, and braces in it would be a failure (26.7, LocaleBean).
     */
    private Response unknown() {
        URI nameless = session.getContext()
                .getUri()
                .getBaseUriBuilder()
                .path("realms/{realm}/client-portal/link/unknown")
                .build(realm.getName());
        return new DoorPage(session, ClosedDoor.INVALID)
                .response(session.getProvider(LoginFormsProvider.class).setActionUri(nameless));
    }

    private Optional<Response> refuse(String csrf, Link link) {
        if (!pageToken.isValid(csrf, link)) return Optional.of(new DoorPage(session, ClosedDoor.CSRF).response());
        long wait = new MailAsk(session).countTry();
        return wait > 0 ? Optional.of(comeBackIn(wait)) : Optional.empty();
    }

    private Response comeBackIn(long seconds) {
        LoginMetrics.denied(ClosedDoor.WAIT.code());
        DoorPage page = new DoorPage(session, ClosedDoor.WAIT).with("waitSeconds", seconds);
        LoginFormsProvider form =
                session.getProvider(LoginFormsProvider.class).setResponseHeader("Retry-After", Long.toString(seconds));
        return page.with("startUrl", here()).response(form);
    }

    private Response show(Link link, AuthResult other) {
        Optional<ClosedDoor> ended = new Redemption(session, realm).whyEnded(link, Time.currentTimeMillis());
        if (ended.isPresent()) return closed(link, ended.get());
        UserModel contact = session.users().getUserById(realm, link.getUserId());
        Firm firm = session.getProvider(FirmStore.class).find(realm.getId()).orElse(null);
        if (contact == null || firm == null) return unknown();
        Locale locale = session.getContext().resolveLocale(contact);
        boolean waitsHere = new LinkLogin(session, link).isWaitingHere();
        Map<String, Object> model = new HashMap<>();
        model.put("purpose", link.getPurpose().name().toLowerCase(Locale.ROOT));
        model.put("maskedAddress", MaskedAddress.of(contact.getEmail()));
        model.put("company", companyName(link));
        if (link.getPurpose() == LinkPurpose.LOGIN) {
            model.put("askedAt", FirmTime.format(firm, link.getCreatedAt(), locale));
            model.put("askedFrom", link.getOrigin().from());
        }
        model.put("expires", FirmTime.format(firm, link.getExpiresAt(), locale));
        model.put("sameBrowser", waitsHere);
        model.put("csrf", pageToken.issue(link));
        model.put("actionUrl", here());
        model.put("notMeUrl", here() + "/not-me");
        model.put("openedUrl", here() + "/opened");
        model.put("autoPress", firm.isOneClick() && other == null);
        model.put("signedInAs", other == null ? null : MaskedAddress.of(shownName(other.user())));
        return session.getProvider(LoginFormsProvider.class)
                .setUser(contact)
                .setAttribute("link", model)
                .createForm("client-portal-link.ftl");
    }

    private static String shownName(UserModel user) {
        return user.getEmail() == null ? user.getUsername() : user.getEmail();
    }

    private String companyName(Link link) {
        if (link.getOrgId() == null) return null;
        OrganizationModel company =
                session.getProvider(OrganizationProvider.class).getById(link.getOrgId());
        return company == null ? null : company.getName();
    }

    /** The path that the browser asked for; the forms of the page post below it. */
    private String here() {
        String path = session.getContext().getUri().getRequestUri().getRawPath();
        return path.replaceAll("/(not-me|fresh|opened)$", "");
    }

    private Response closed(Link link, ClosedDoor door) {
        LoginMetrics.denied(door.code());
        LoginMetrics.login("link", door.code());
        if (!isGet()) event(link).error(door.code());
        DoorPage page = new DoorPage(session, door).with("company", companyName(link));
        if (door.isFreshPossible()) {
            page.with("freshUrl", here() + "/fresh").with("csrf", pageToken.issue(link));
        }
        return page.response();
    }

    private boolean isGet() {
        return !"POST".equals(session.getContext().getHttpRequest().getHttpMethod());
    }

    private Response done(String kind, Link link) {
        UserModel contact = session.users().getUserById(realm, link.getUserId());
        return session.getProvider(LoginFormsProvider.class)
                .setAttribute(
                        "done",
                        Map.of(
                                "kind",
                                kind,
                                "maskedAddress",
                                MaskedAddress.of(contact == null ? "" : contact.getEmail())))
                .createForm("client-portal-done.ftl");
    }

    private EventBuilder event(Link link) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .user(link.getUserId())
                .detail(Details.AUTH_METHOD, MagicLinkAuthenticator.METHOD)
                .detail("purpose", link.getPurpose().name().toLowerCase(Locale.ROOT));
    }

    /** Who is signed in to this browser, when it is somebody else than the contact of the link. */
    private AuthResult signedInAsOther(Link link) {
        AuthResult result = AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        return result == null || result.user().getId().equals(link.getUserId()) ? null : result;
    }

    private void signOut(AuthResult other) {
        AuthenticationManager.backchannelLogout(session, other.session(), true);
        AuthenticationManager.expireIdentityCookie(session);
    }
}
