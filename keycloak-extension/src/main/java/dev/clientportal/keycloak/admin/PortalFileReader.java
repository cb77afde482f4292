package dev.clientportal.keycloak.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import dev.clientportal.keycloak.transfer.CompanyEntry;
import dev.clientportal.keycloak.transfer.ContactEntry;
import dev.clientportal.keycloak.transfer.FirmEntry;
import dev.clientportal.keycloak.transfer.PortalFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads a portal file of any length, an entry at a time. Where the JSON itself is broken, reading ends with a problem that
 * names the place; an entry that is only wrong is handed on as such, and reading goes on.
 */
final class PortalFileReader {
    /** As long as a firm with two pictures in base64 can be, and a log of some thousand entries. */
    static final int MAX_ENTRY_BYTES = 1024 * 1024;

    private static final int MAX_DEPTH = 50;

    private static final ObjectMapper MAPPER = JsonBody.strict(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_ENTRY_BYTES)
                    .build())
            .build());

    private final JsonParser json;
    private final Sections sections;
    private String place = "";
    private boolean hasFormat;
    private boolean hasVersion;

    /** Who takes the entries, in the order of the file. */
    interface Sections {
        void firm(FileEntry<FirmEntry> entry);

        void company(FileEntry<CompanyEntry> entry);

        void contact(FileEntry<ContactEntry> entry);
    }

    private PortalFileReader(JsonParser json, Sections sections) {
        this.json = json;
        this.sections = sections;
    }

    static void read(InputStream file, Sections sections) {
        try (JsonParser json = MAPPER.createParser(file)) {
            PortalFileReader reader = new PortalFileReader(json, sections);
            try {
                reader.read();
            } catch (JsonProcessingException broken) {
                throw reader.broken("The file is not well-formed JSON here, or ends too early.", broken.getLocation());
            } catch (IOException notReadable) {
                throw reader.broken("The file could not be read on from here, or is not UTF-8.", null);
            }
        } catch (IOException gone) {
            throw new ProblemException(Problem.INVALID, "The body could not be read.");
        }
    }

    private void read() throws IOException {
        if (json.nextToken() == null) throw new ProblemException(Problem.INVALID, "The body is empty.");
        require(JsonToken.START_OBJECT, "A portal file is an object.");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            place = json.currentName();
            json.nextToken();
            property(place);
        }
        place = "";
        requireHead();
        if (json.nextToken() != null) throw broken("There is more than one document.", null);
    }

    private void property(String name) throws IOException {
        switch (name) {
            case "format" -> format();
            case "version" -> version();
            case "firm" -> firm();
            case "companies" -> list(CompanyEntry.class, sections::company);
            case "contacts" -> list(ContactEntry.class, sections::contact);
            default -> throw broken("There is no such property.", null);
        }
    }

    private void format() throws IOException {
        require(JsonToken.VALUE_STRING, "This has the wrong type.");
        if (!json.getText().equals(PortalFile.FORMAT)) {
            throw unknownFormat("The format is not " + PortalFile.FORMAT + ".");
        }
        hasFormat = true;
    }

    private void version() throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, "This has the wrong type.");
        if (json.getNumberType() != JsonParser.NumberType.INT) throw broken("This is too large.", null);
        if (json.getIntValue() != PortalFile.VERSION) {
            throw unknownFormat("This server reads version " + PortalFile.VERSION + ".");
        }
        hasVersion = true;
    }

    private void firm() throws IOException {
        requireHead();
        if (json.currentToken() != JsonToken.VALUE_NULL) sections.firm(entry(0, FirmEntry.class));
    }

    private <T> void list(Class<T> type, Consumer<FileEntry<T>> section) throws IOException {
        requireHead();
        String name = place;
        require(JsonToken.START_ARRAY, "This has the wrong type.");
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            place = name + "[" + index + "]";
            section.accept(entry(index, type));
        }
    }

    /** The whole of it is read whatever it is, so that the next one can be. */
    private <T> FileEntry<T> entry(int index, Class<T> type) throws IOException {
        long start = json.currentLocation().getByteOffset();
        try (TokenBuffer kept = new TokenBuffer(json)) {
            int depth = 0;
            boolean fits = true;
            do {
                if (depth > 0) json.nextToken();
                if (json.currentToken().isStructStart()) depth++;
                if (json.currentToken().isStructEnd()) depth--;
                fits &= json.currentLocation().getByteOffset() - start <= MAX_ENTRY_BYTES;
                if (fits) kept.copyCurrentEvent(json);
            } while (depth > 0);
            if (fits) return parsed(index, kept, type);
        }
        return fault(index, Problem.TOO_LARGE, null, "At most " + MAX_ENTRY_BYTES + " bytes.");
    }

    private static <T> FileEntry<T> parsed(int index, TokenBuffer kept, Class<T> type) throws IOException {
        try {
            T value = MAPPER.readValue(kept.asParser(), type);
            if (value != null) return new FileEntry<>(index, value, null);
            return fault(index, Problem.INVALID, null, "The entry is null.");
        } catch (JsonMappingException wrong) {
            ProblemException refused = JsonBody.wrong(wrong);
            return fault(index, Problem.INVALID, refused.field(), refused.getMessage());
        }
    }

    private static <T> FileEntry<T> fault(int index, Problem problem, String field, String detail) {
        return new FileEntry<>(index, null, new FileEntry.Fault(OwnTransaction.word(problem), field, detail));
    }

    /** Before any entry: a file of another version must not be imported half. */
    private void requireHead() {
        if (!hasFormat) throw missing("format");
        if (!hasVersion) throw missing("version");
    }

    private static ProblemException missing(String field) {
        return new ProblemException(
                Problem.INVALID, "Is needed, before firm, companies and contacts.", Map.of("field", field));
    }

    private void require(JsonToken token, String detail) throws IOException {
        if (json.currentToken() != token) throw broken(detail, null);
    }

    private ProblemException unknownFormat(String detail) {
        return new ProblemException(Problem.UNKNOWN_FORMAT, detail, Map.of("field", place));
    }

    /** @param locationOrNull where the parser stands, unless it says otherwise */
    private ProblemException broken(String detail, JsonLocation locationOrNull) {
        JsonLocation location = Objects.requireNonNullElseGet(locationOrNull, json::currentLocation);
        Map<String, Object> more = new LinkedHashMap<>();
        if (!place.isEmpty()) more.put("field", place);
        more.put("line", location.getLineNr());
        more.put("column", location.getColumnNr());
        return new ProblemException(Problem.INVALID, detail, more);
    }
}
