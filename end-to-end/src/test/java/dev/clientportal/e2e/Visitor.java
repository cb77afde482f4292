package dev.clientportal.e2e;

import dev.clientportal.stack.ReceivedMail;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A person with a scripted browser who wants into the portal: the steps of its pages. */
public final class Visitor {
    private static final String CLIENT = "portal-demo";

    private final Http browser;
    private OidcLogin login;

    public Visitor() {
        this(new Http());
    }

    public Visitor(Http browser) {
        this.browser = browser;
        this.login = new OidcLogin(browser, CLIENT);
    }

    public Http browser() {
        return browser;
    }

    /** Begins a login in the portal's client. */
    public Answer begin() {
        return begin(Map.of());
    }

    public Answer begin(Map<String, String> more) {
        login = new OidcLogin(browser, CLIENT);
        return login.begin(more);
    }

    /** Begins a login and asks for a mail. */
    public Answer ask(String address) {
        return ask(begin(), address);
    }

    public Answer ask(Answer addressPage, String address) {
        return browser.follow(browser.submit(addressPage, "#client-portal-ask", Map.of("email", address)));
    }

    public Answer resend(Answer sentPage) {
        return browser.follow(browser.submit(sentPage, "#client-portal-resend", Map.of()));
    }

    public Answer code(Answer sentPage, String code) {
        return browser.follow(browser.submit(sentPage, "#client-portal-code", Map.of("code", code)));
    }

    public Answer open(String link) {
        return browser.get(link);
    }

    /** Presses the button of a link's page. */
    public Answer press(Answer linkPage) {
        return browser.follow(browser.submit(linkPage, "#client-portal-open", Map.of()));
    }

    /** Presses one of the companies of the page that asks which. */
    public Answer choose(Answer companiesPage, String companyId) {
        return browser.follow(browser.submit(companiesPage, "#client-portal-companies", Map.of("company", companyId)));
    }

    public Answer notMe(Answer linkPage) {
        return browser.follow(browser.submit(linkPage, "#client-portal-not-me", Map.of()));
    }

    public Answer fresh(Answer doorPage) {
        return browser.follow(browser.submit(doorPage, "#client-portal-fresh", Map.of()));
    }

    /** Opens the link and presses its button. */
    public Answer use(String link) {
        return press(open(link));
    }

    /** The login that {@link #begin} or {@link #ask} began. */
    public OidcLogin login() {
        return login;
    }

    public boolean isSignedIn() {
        return browser.isSignedIn();
    }

    /** Invites the contact and comes in by the mailed link. */
    public static Visitor invited(Portal.Contact contact) {
        Visitor visitor = new Visitor();
        visitor.use(invitation(contact));
        if (!visitor.isSignedIn()) {
            throw new AssertionError("The invitation of " + contact + " did not let them in");
        }
        return visitor;
    }

    /** The browser of a contact who is in the portal application: past its sign-in, which needs no page. */
    public static Http inPortal(Portal.Contact contact, String company) {
        Http browser = invited(contact).browser();
        return arrived(browser, goOn(browser, browser.get(PortalApi.portal() + "/c/" + company + "/")));
    }

    /** The browser of somebody of the firm who is in the staff area; the password is the name. */
    public static Http atDesk(String portal, String name) {
        Http browser = new Http();
        Answer page = goOn(browser, browser.get(portal + "/staff/"));
        page = goOn(browser, browser.submit(page, "#kc-form-login", Map.of("username", name)));
        return arrived(browser, goOn(browser, browser.submit(page, "#kc-form-login", Map.of("password", name))));
    }

    /** Between the portal and Keycloak, to where there is a page. */
    private static Answer goOn(Http browser, Answer answer) {
        Answer last = answer;
        for (int i = 0; i < 6 && last.status() / 100 == 3; i++) {
            last = browser.get(last.location().toString());
        }
        return last;
    }

    private static Http arrived(Http browser, Answer page) {
        if (page.status() != 200
                || !page.uri().toString().startsWith(Stack.local().portalUrl())) {
            throw new AssertionError("Not in the portal: " + page);
        }
        return browser;
    }

    /** The link of a new invitation to the contact. */
    public static String invitation(Portal.Contact contact) {
        Mailbox mailbox = Mailbox.of(contact.email());
        Portal.ok(Portal.invite(contact));
        return Mailbox.link(mailbox.next());
    }

    /** The mail that a login in this visitor's browser asks for. */
    public ReceivedMail askedMail(String address) {
        Mailbox mailbox = Mailbox.of(address);
        ask(address);
        return mailbox.next();
    }

    /** The headline of a page, which says which kind of page it is. */
    public static String headline(Answer page) {
        List<Element> headlines = page.document().select("h1");
        return headlines.isEmpty() ? "" : headlines.get(0).text();
    }

    public static boolean isAppRedirect(Answer answer) {
        return answer.status() / 100 == 3 && answer.header("Location").startsWith(OidcLogin.REDIRECT_URI);
    }
}
