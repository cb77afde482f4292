package dev.clientportal.e2e;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Contacts by the thousand, written into PostgreSQL past the server, which takes some hundredths of a second for each.
 * They are members of their company and nothing else, as users are whom the portal has not met yet.
 */
public record ManyContacts(DataSource database) {
    /** @param prefix of the usernames and addresses */
    public void addTo(String companyId, String prefix, int count) {
        execute("""
                INSERT INTO user_entity (id, username, email, email_constraint, email_verified, enabled, first_name,
                    last_name, realm_id, created_timestamp, not_before)
                SELECT gen_random_uuid()::text, n.name, n.name, n.name, false, true, 'Con', 'Tact', o.realm_id, 0, 0
                FROM org o, (SELECT '%2$s.' || lpad(i::text, 6, '0') || '@many.example' AS name
                    FROM generate_series(1, %3$d) i) n
                WHERE o.id = '%1$s'""".formatted(companyId, prefix, count));
        execute("""
                INSERT INTO user_group_membership (group_id, user_id, membership_type)
                SELECT o.group_id, u.id, 'UNMANAGED' FROM org o, user_entity u
                WHERE o.id = '%1$s' AND u.realm_id = o.realm_id AND u.username LIKE '%2$s.%%'""".formatted(companyId, prefix));
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
