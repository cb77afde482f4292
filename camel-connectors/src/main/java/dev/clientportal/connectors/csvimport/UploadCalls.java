package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.door.RequestBody;
import dev.clientportal.connectors.upstream.Trace;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Files that are sent by a call. */
public final class UploadCalls {
    private static final Set<String> TYPES = Set.of(
            "text/csv", "application/csv", "text/plain", "text/tab-separated-values", "application/vnd.ms-excel");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\\s;\"]+)");
    private static final int MOST_OF_NAME = 200;

    private final Uploads uploads;
    private final ImportWaiting waiting;
    private final ImportView view;
    private final Clock clock;

    UploadCalls(Uploads uploads, ImportWaiting waiting, ImportView view, Clock clock) {
        this.uploads = uploads;
        this.waiting = waiting;
        this.view = view;
        this.clock = clock;
    }

    /** 201 with the plan, or 202 when it takes longer. */
    public Answer upload(
            @ExchangeProperty(Door.CALLER) Caller caller,
            @Header("Content-Type") String type,
            @Header("charset") String charset,
            @Header("delimiter") String delimiter,
            @Header("dryRun") String dryRun,
            @Header("name") String name,
            @Body HttpServerRequest request) {
        InputStream body = new RequestBody(request);
        String said = type == null ? "" : type;
        String kind = said.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        String chosen = charset == null ? charsetOf(said) : charset;
        String fileName = name;
        if (kind.equals("multipart/form-data")) {
            MultipartFile file = file(body, said);
            body = file;
            if (fileName == null) fileName = file.fileName();
        } else if (!TYPES.contains(kind)) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_TYPE, "Send the file as text/csv, or as the file of multipart/form-data.");
        }
        Import made = new Import(
                UUID.randomUUID().toString(),
                caller.realm(),
                caller.client(),
                shortened(fileName),
                known(chosen),
                delimiter(delimiter),
                "false".equals(dryRun),
                State.UPLOADING,
                0,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                Trace.traceparent(),
                0,
                clock.millis());
        uploads.take(made, body);
        Import now = waiting.untilRests(caller.realm(), made.id());
        return Answer.of(now.state().rests() ? 201 : 202, view.told(now)).with("Location", view.location(now));
    }

    private static MultipartFile file(InputStream body, String type) {
        try {
            return new MultipartFile(body, type);
        } catch (IOException e) {
            throw new ProblemException(Problem.INVALID, "The multipart body broke off.");
        }
    }

    private static String charsetOf(String type) {
        Matcher matcher = CHARSET.matcher(type);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String known(String charset) {
        if (charset == null || Encoding.chosen(charset).isPresent()) return charset;
        throw ProblemException.invalid("/charset", "One of " + String.join(", ", Encoding.choices()) + ".");
    }

    private static String delimiter(String name) {
        if (name == null) return null;
        Character delimiter = Dialect.chosen(name);
        if (delimiter == null) throw ProblemException.invalid("/delimiter", "One of comma, semicolon, tab.");
        return delimiter.toString();
    }

    private static String shortened(String name) {
        if (name == null) return null;
        String plain = name.replaceAll("\\p{Cc}", "").strip();
        return plain.length() <= MOST_OF_NAME ? plain : plain.substring(0, MOST_OF_NAME);
    }
}
