package dev.clientportal.keycloak.storage;

import dev.clientportal.keycloak.directory.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A projected query whose conditions are only those that were asked for. */
final class PageQuery {
    /** Escapes what LIKE would read as a wildcard. */
    private static final char ESCAPE = '!';

    private final StringBuilder text;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param select everything up to and with the first condition */
    PageQuery(String select) {
        this.text = new StringBuilder(select);
    }

    PageQuery with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Adds the condition unless the value is null. */
    PageQuery and(String condition, String parameter, Object valueOrNull) {
        if (valueOrNull == null) return this;
        text.append(" and ").append(condition);
        return with(parameter, valueOrNull);
    }

    /** Adds a condition that one of the columns begins with the text, in whatever case. */
    PageQuery andStartsWith(String prefixOrNull, String... columns) {
        if (prefixOrNull == null || prefixOrNull.isBlank()) return this;
        StringBuilder any = new StringBuilder();
        for (String column : columns) {
            any.append(any.isEmpty() ? "" : " or ")
                    .append("lower(")
                    .append(column)
                    .append(") like :prefix escape '!'");
        }
        return and("(" + any + ")", "prefix", pattern(prefixOrNull.strip()));
    }

    private static String pattern(String prefix) {
        StringBuilder pattern = new StringBuilder();
        for (char letter : prefix.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter == '%' || letter == '_' || letter == ESCAPE) pattern.append(ESCAPE);
            pattern.append(letter);
        }
        return pattern.append('%').toString();
    }

    /** Continues after the last row of the page before. */
    PageQuery after(PageRequest page, String condition, String... keys) {
        if (page.isFirst()) return this;
        text.append(" and ").append(condition);
        for (int key = 0; key < keys.length; key++) with(keys[key], page.after().get(key));
        return this;
    }

    /** One row more than the page holds, which tells whether there is another page. */
    List<Object[]> read(EntityManager em, String order, PageRequest page) {
        TypedQuery<Object[]> query = em.createQuery(text + " order by " + order, Object[].class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(page.max() + 1).getResultList();
    }
}
