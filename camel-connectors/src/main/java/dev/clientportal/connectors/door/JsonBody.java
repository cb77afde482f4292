package dev.clientportal.connectors.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads bodies strictly: a name given twice, or something behind the end, is an error, and not somebody's guess. */
public final class JsonBody {
    private final ObjectMapper strict = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final ObjectMapper sorted = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** @throws ProblemException for what is no JSON object */
    public JsonNode read(byte[] body) {
        if (body == null || body.length == 0) throw ProblemException.invalid("", "The body is empty.");
        try {
            JsonNode read = strict.readTree(body);
            if (!read.isObject()) throw ProblemException.invalid("", "The body has to be a JSON object.");
            requireFinite(read);
            return read;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw ProblemException.invalid("", "The body is not JSON" + where + ".");
        } catch (IOException e) {
            throw ProblemException.invalid("", "The body is not readable.");
        }
    }

    /** A number that no double holds is infinite to a parser, and as a decimal it can take gigabytes to write down. */
    private static void requireFinite(JsonNode node) {
        if (node.isDouble() && Double.isInfinite(node.doubleValue())) {
            throw ProblemException.invalid("", "A number in the body is too large.");
        }
        node.forEach(JsonBody::requireFinite);
    }

    /** The same for the same content, whatever the order of its names. */
    public String hash(JsonNode body) {
        try {
            byte[] written = sorted.writeValueAsBytes(sorted.treeToValue(body, Object.class));
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
