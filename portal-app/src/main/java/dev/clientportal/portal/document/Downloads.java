package dev.clientportal.portal.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.jboss.logging.Logger;

/** Gives documents out: to be kept on a disk, never to be shown as if they were ours. */
@ApplicationScoped
public class Downloads {
    private static final Logger LOG = Logger.getLogger(Downloads.class);

    private final Storage storage;

    Downloads(Storage storage) {
        this.storage = storage;
    }

    /** For a reader who was found to see it. */
    public Response of(DocumentRow document) throws IOException {
        try {
            return Response.ok(storage.open(document.storageKey()))
                    .type(document.contentType())
                    .header("Content-Length", document.size())
                    .header("Content-Disposition", disposition(document.name()))
                    .header("Content-Security-Policy", "sandbox; default-src 'none'")
                    .header("Cache-Control", "private, no-store")
                    .build();
        } catch (NoSuchFileException e) {
            LOG.errorf("The storage has not what the document %s is about", document.id());
            throw new NotFoundException(e);
        }
    }

    /** RFC 6266: the name itself, and one of ASCII for programs that know no other. */
    static String disposition(String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
