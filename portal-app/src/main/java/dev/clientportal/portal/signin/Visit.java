package dev.clientportal.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** Who asks, and in which company: what Keycloak said of them not longer ago than {@code client-portal.access-age}. */
@Named
@RequestScoped
public class Visit {
    private Sessions.Here here;

    void set(Sessions.Here here) {
        this.here = here;
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

    String accessToken() {
        return here.entry().accessToken;
    }
}
