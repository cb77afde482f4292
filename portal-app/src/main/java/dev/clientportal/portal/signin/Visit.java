package dev.clientportal.portal.signin;

import com.nimbusds.jwt.JWTParser;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Place;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriInfo;
import java.text.ParseException;
import java.util.List;

/** Who asks, and in which company: what Keycloak said of them not longer ago than {@code client-portal.access-age}. */
@Named
@RequestScoped
public class Visit {
    private final Place place;
    private final UriInfo request;
    private Sessions.Here here;
    private boolean preview;
    private boolean framed;

    Visit(Place place, UriInfo request) {
        this.place = place;
        this.request = request;
    }

    void set(Sessions.Here here) {
        this.here = here;
    }

    /** For staff who look at a page as a contact sees it. No company has an empty id, so there is nothing of anybody on it. */
    public void preview(String contact, String companyName) {
        SessionEntity session = new SessionEntity();
        session.userId = "";
        session.name = contact;
        session.email = "";
        EntryEntity entry = new EntryEntity();
        entry.companyId = "";
        entry.companyName = companyName;
        entry.rights = "";
        here = new Sessions.Here(session, entry);
        preview = true;
    }

    public boolean isPreview() {
        return preview;
    }

    /** The same, within a page of others: it has to say for itself where it is from. */
    public void framedPreview(String contact, String companyName) {
        preview(contact, companyName);
        framed = true;
    }

    public boolean isFramed() {
        return framed;
    }

    public boolean isSignedIn() {
        return here != null;
    }

    public String userId() {
        return here.session().userId;
    }

    /** The name, or the address of somebody who has none. */
    public String name() {
        return here.session().name == null || here.session().name.isBlank() ? email() : here.session().name;
    }

    public String email() {
        return here.session().email;
    }

    /** The alias. */
    public String company() {
        return here.entry().company;
    }

    public String companyId() {
        return here.entry().companyId;
    }

    public String companyName() {
        return here.entry().companyName;
    }

    public List<String> rights() {
        return here.entry().rights();
    }

    /** The company's data here. */
    public CompanyKey companyKey() {
        return new CompanyKey(place.firm().realm(), companyId());
    }

    public Actor actor() {
        return Actor.contact(userId(), name());
    }

    /** The address of the company's first page, without a slash at its end. In a preview every link leads to the preview. */
    public String address() {
        if (preview) return place.base() + "/staff/preview?page=";
        return place.base() + "/c/" + company();
    }

    /** @param section of the company's pages; the page is in it, or is its first */
    public boolean isAt(String section) {
        if (preview) return section.isEmpty();
        String path = request.getPath();
        String here = "/c/" + company();
        if (section.isEmpty()) return path.equals(here) || path.equals(here + "/");
        return path.startsWith(here + section);
    }

    public boolean mayUpload() {
        return rights().contains("upload_files");
    }

    public boolean mayMessage() {
        return rights().contains("send_messages");
    }

    public boolean maySign() {
        return rights().contains("sign_documents");
    }

    /** How they signed in, as Keycloak says it (RFC 8176); empty when it does not. */
    public List<String> methods() {
        try {
            List<String> methods =
                    JWTParser.parse(here.entry().idToken()).getJWTClaimsSet().getStringListClaim("amr");
            return methods == null ? List.of() : methods;
        } catch (ParseException e) {
            throw new IllegalStateException("What was kept as an ID token is none", e);
        }
    }

    String accessToken() {
        return here.entry().accessToken();
    }
}
