package dev.clientportal.keycloak.admin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/**
 * Reads a body strictly, so that every mistake in it is a problem document that names the field. Keycloak's own reading
 * skips unknown properties, turns one type into another, and answers in a form of its own.
 */
final class JsonBody {
    static final int MAX_BYTES = 256 * 1024;

    /** For a list of a thousand people with long names. */
    static final int MAX_BYTES_OF_LISTS = 2 * 1024 * 1024;

    private static final ObjectMapper MAPPER = strict(new JsonFactory());

    private JsonBody() {}

    static ObjectMapper strict(JsonFactory factory) {
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, text -> {
                    for (CoercionInputShape shape :
                            List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                        text.setCoercion(shape, CoercionAction.Fail);
                    }
                })
                .build();
    }

    static <T> T read(KeycloakSession session, InputStream body, Class<T> type) {
        return read(session, body, type, MAX_BYTES);
    }

    static <T> T readLarge(KeycloakSession session, InputStream body, Class<T> type) {
        return read(session, body, type, MAX_BYTES_OF_LISTS);
    }

    private static <T> T read(KeycloakSession session, InputStream body, Class<T> type, int max) {
        byte[] json = bytes(session, body, max);
        if (json.length == 0) throw new ProblemException(Problem.INVALID, "The body is empty.");
        return parse(json, type);
    }

    /** For actions whose body may be left out. */
    static <T> T readOr(T absent, KeycloakSession session, InputStream body, Class<T> type) {
        byte[] json = bytes(session, body, MAX_BYTES);
        return json.length == 0 ? absent : parse(json, type);
    }

    private static <T> T parse(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) throw new ProblemException(Problem.INVALID, "The body is null.");
            return value;
        } catch (JsonMappingException wrong) {
            throw wrong(wrong);
        } catch (JsonProcessingException malformed) {
            throw new ProblemException(Problem.INVALID, "The body is not well-formed JSON.");
        } catch (IOException notReadable) {
            throw new ProblemException(Problem.INVALID, "The body is not UTF-8.");
        }
    }

    /**
     * Asked for here and not by @Consumes, whose refusal would be no problem document; and before the body is looked at,
     * because RESTEasy has read a form's body already, and the empty rest would pass for a body that was left out.
     */
    private static void requireJson(MediaType type) {
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            throw new ProblemException(Problem.UNSUPPORTED_TYPE, "Send application/json.");
        }
    }

    /** For bodies of any length, which are read as they come. */
    static InputStream stream(KeycloakSession session, InputStream body) {
        requireJson(typeOf(session));
        return body == null ? InputStream.nullInputStream() : body;
    }

    private static MediaType typeOf(KeycloakSession session) {
        return session.getContext().getRequestHeaders().getMediaType();
    }

    private static byte[] bytes(KeycloakSession session, InputStream body, int max) {
        MediaType type = typeOf(session);
        if (type != null) requireJson(type);
        try {
            byte[] json = body == null ? new byte[0] : body.readNBytes(max + 1);
            if (json.length > 0) requireJson(type);
            if (json.length > max) {
                throw new ProblemException(Problem.TOO_LARGE, "At most " + max + " bytes.");
            }
            return json;
        } catch (IOException gone) {
            throw new ProblemException(Problem.INVALID, "The body could not be read.");
        }
    }

    /** Jackson's own words quote the body, so they stay out of the answer. */
    static ProblemException wrong(JsonMappingException wrong) {
        String field = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String detail = wrong instanceof UnrecognizedPropertyException
                ? "There is no such property."
                : "This has the wrong type or value.";
        return new ProblemException(Problem.INVALID, detail, field.isEmpty() ? Map.of() : Map.of("field", field));
    }
}
