package dev.clientportal.portal.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * A project to be made.
 *
 * @param id made with the form: sent twice it is one project
 * @param template the id, or empty for none
 * @param errors the names of messages, by field
 */
public record ProjectForm(
        String id, String name, String description, String template, Sharing sharing, Map<String, String> errors) {
    static ProjectForm fresh() {
        return new ProjectForm(UUID.randomUUID().toString(), "", "", "", Sharing.EVERYBODY, Map.of());
    }

    static ProjectForm of(String id, String name, String description, String template, Sharing sharing) {
        String typedName = Typed.text(name);
        String typedDescription = Typed.text(description);
        Map<String, String> errors = new HashMap<>();
        if (Typed.title(typedName) != null) errors.put("name", Typed.title(typedName));
        if (Typed.description(typedDescription) != null) errors.put("description", Typed.description(typedDescription));
        return new ProjectForm(Typed.id(id), typedName, typedDescription, Typed.text(template), sharing, errors);
    }

    /** The same with one thing more that is wrong. */
    ProjectForm with(String field, String error) {
        Map<String, String> more = new HashMap<>(errors);
        more.put(field, error);
        String next = field.equals("form") ? UUID.randomUUID().toString() : id;
        return new ProjectForm(next, name, description, template, sharing, more);
    }

    /** The same, and nothing is wrong with it yet. */
    ProjectForm unjudged() {
        return new ProjectForm(id, name, description, template, sharing, Map.of());
    }

    /** SHA-256 of all that was chosen. */
    String hash() {
        String all = String.join(
                "\u0000",
                name,
                description,
                template,
                sharing.kind(),
                String.join(",", sharing.contacts().stream().sorted().toList()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is wrong with a field, or null. */
    public String error(String field) {
        return errors.get(field);
    }
}
