package dev.clientportal.portal.welcome;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.PathPart;

/** The part of a file that a browser asks for (RFC 9110, section 14): telephones ask for films in parts, and so does who seeks. */
final class FilePart {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(?=\\d|-\\d)(\\d{0,18})-(\\d{0,18})");

    private FilePart() {}

    /** @param range the header of that name, or null. What is none, or several at once, is answered with the whole file */
    static Response.ResponseBuilder of(Path file, String range) throws IOException {
        long size = Files.size(file);
        Matcher asked = ONE_RANGE.matcher(range == null ? "" : range);
        if (!asked.matches()) return answer(Response.Status.OK, file, 0, size);
        String first = asked.group(1);
        String last = asked.group(2);
        long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
        long end = first.isEmpty() || last.isEmpty() ? size : Math.min(size, Long.parseLong(last) + 1);
        if (from >= end) {
            return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + size);
        }
        return answer(Response.Status.PARTIAL_CONTENT, file, from, end - from)
                .header("Content-Range", "bytes " + from + "-" + (end - 1) + "/" + size);
    }

    private static Response.ResponseBuilder answer(Response.Status status, Path file, long from, long count) {
        return Response.status(status).entity(new PathPart(file, from, count)).header("Accept-Ranges", "bytes");
    }
}
