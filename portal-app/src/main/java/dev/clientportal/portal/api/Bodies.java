package dev.clientportal.portal.api;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads and checks what machines send, and says which value is wrong. */
@ApplicationScoped
class Bodies {
    private final ObjectMapper json;
    private final Validator validator;

    Bodies(ObjectMapper json, Validator validator) {
        this.json = json.copy();
        MutableCoercionConfig texts = this.json.coercionConfigFor(LogicalType.Textual);
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            texts.setCoercion(shape, CoercionAction.Fail);
        }
        this.validator = validator;
    }

    /** @throws ProblemException when it is not what the type says */
    <T> T read(byte[] body, Class<T> type) {
        ObjectReader reader = json.reader()
                .with(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        T value;
        try {
            JsonNode tree = reader.readTree(body);
            if (!tree.isObject()) throw new ProblemException(Problem.INVALID, "Send a JSON object.", "");
            refuseNul(tree, JsonPointer.empty());
            value = reader.forType(type).readValue(tree);
        } catch (UnrecognizedPropertyException e) {
            throw new ProblemException(Problem.INVALID, "There is no such property.", pointer(e));
        } catch (JsonMappingException e) {
            throw new ProblemException(Problem.INVALID, "The value does not fit.", pointer(e));
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.INVALID, "The body is not JSON.", "");
        } catch (IOException e) {
            throw new ProblemException(Problem.INVALID, "The body is not text.", "");
        }
        validator.validate(value).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(Bodies::refuse);
        return value;
    }

    private static void refuse(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getName() != null && !node.getName().startsWith("<"))
                pointer.append('/').append(node.getName());
        }
        throw new ProblemException(Problem.INVALID, "It " + violation.getMessage() + ".", pointer.toString());
    }

    /** PostgreSQL keeps no such character, and no text needs one. */
    private static void refuseNul(JsonNode node, JsonPointer at) {
        if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            throw new ProblemException(Problem.INVALID, "It has a NUL character in it.", at.toString());
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                refuseNul(property.getValue(), at.appendProperty(property.getKey()));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseNul(node.get(i), at.appendIndex(i));
        }
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        List<Reference> path = e.getPath();
        for (Reference step : path) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }
}
