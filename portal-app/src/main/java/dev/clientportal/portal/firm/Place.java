package dev.clientportal.portal.firm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Where this request arrived: the firm of its address, and the address of that firm's portal. */
@Named
@RequestScoped
public class Place {
    private String domain;
    private Firm firm;
    private String base;
    private String path;

    void arrived(String domain, String base, String path) {
        this.domain = domain;
        this.base = base;
        this.path = path;
    }

    /** Of this firm; or, in a preview, of this one in another brand. */
    public void belongsTo(Firm firm) {
        this.firm = firm;
    }

    /** As the address has it; null where the address is none of a portal. */
    String domain() {
        return domain;
    }

    /** Null outside any portal. */
    public Firm firm() {
        return firm;
    }

    /** The portal's address, without a slash at its end: {@code https://portal.example}. */
    public String base() {
        return base;
    }

    /** The path of {@link #base()}, with a slash at its end: where its cookies belong. */
    public String path() {
        return path;
    }

    public boolean isSecure() {
        return base.startsWith("https://");
    }
}
