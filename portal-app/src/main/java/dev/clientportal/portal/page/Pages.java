package dev.clientportal.portal.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Makes pages in the visitor's language. Pages are theirs alone, so no cache keeps them. */
@RequestScoped
public class Pages {
    private final Language language;

    Pages(Language language) {
        this.language = language;
    }

    /** On to another page, after a form. */
    public Response to(String address) {
        return Response.seeOther(URI.create(address))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** The document alone. */
    public String html(TemplateInstance page) {
        return page.setLocale(language.locale()).render();
    }

    public Response response(Response.Status status, TemplateInstance page) {
        return Response.status(status)
                .entity(html(page))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Content-Language", language.tag())
                .build();
    }
}
