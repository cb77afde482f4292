package dev.clientportal.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Fills a realm with companies and contacts straight through its PostgreSQL, some thousand times faster than REST would: to
 * measure with, and for operators to size with. Never for a realm that is used: the people are invented, and a running
 * server is not told. What is there already stays; a second run with more contacts adds the rest.
 *
 * <p>Contact i works for company i modulo the number of companies, each twentieth for the next one, too. Of twenty
 * contacts fourteen have accepted, two are enabled and have not, one is blocked, one disabled, and two are members whom the
 * portal has not met.
 */
public final class ScaleData {
    private static final int MOST_COMPANIES = 100_000;
    private static final int MOST_CONTACTS = 1_000_000;
    private static final int STEP = 50_000;

    private static final String ORGANIZATIONS = """
            INSERT INTO org (id, enabled, realm_id, group_id, name, alias)
            SELECT md5('org' || r.id || i)::uuid::text, true, r.id, md5('group' || r.id || i)::uuid::text,
                'Scale ' || lpad(i::text, 6, '0'), 'scale-' || lpad(i::text, 6, '0')
            FROM realm r, generate_series(?, ?) i WHERE r.name = ? ON CONFLICT DO NOTHING""";
    private static final String GROUPS = """
            INSERT INTO keycloak_group (id, name, parent_group, realm_id, type, org_id)
            SELECT o.group_id, o.id, ' ', r.id, 1, o.id
            FROM realm r, generate_series(?, ?) i, org o
            WHERE r.name = ? AND o.id = md5('org' || r.id || i)::uuid::text ON CONFLICT DO NOTHING""";
    private static final String COMPANIES = """
            INSERT INTO cp_company (org_id, realm_id, active)
            SELECT md5('org' || r.id || i)::uuid::text, r.id, true
            FROM realm r, generate_series(?, ?) i WHERE r.name = ? ON CONFLICT DO NOTHING""";
    private static final String USERS = """
            INSERT INTO user_entity (id, username, email, email_constraint, email_verified, enabled, first_name,
                last_name, realm_id, created_timestamp, not_before)
            SELECT md5('user' || r.id || i)::uuid::text, n.address, n.address, n.address, true, true,
                (ARRAY['Anna','Boris','Carla','Dmitri','Eva','Felix','Greta','Henk'])[1 + i % 8],
                'Scale ' || i, r.id, 0, 0
            FROM realm r, generate_series(?, ?) i,
                LATERAL (SELECT 'scale.' || lpad(i::text, 7, '0') || '@scale.example' AS address) n
            WHERE r.name = ? ON CONFLICT DO NOTHING""";
    private static final String MEMBERS = """
            INSERT INTO user_group_membership (group_id, user_id, membership_type)
            SELECT md5('group' || r.id || (i + more) %% %1$d)::uuid::text, md5('user' || r.id || i)::uuid::text, 'UNMANAGED'
            FROM realm r, generate_series(?, ?) i, generate_series(0, CASE WHEN i %% 20 = 0 THEN 1 ELSE 0 END) more
            WHERE r.name = ? ON CONFLICT DO NOTHING""";
    private static final String CONTACTS = """
            INSERT INTO cp_contact (org_id, user_id, realm_id, state, invited_at, accepted_at)
            SELECT md5('org' || r.id || (i + more) %% %1$d)::uuid::text, md5('user' || r.id || i)::uuid::text, r.id,
                CASE i %% 20 WHEN 18 THEN 'BLOCKED' WHEN 19 THEN 'DISABLED' ELSE 'ENABLED' END,
                1760000000000, CASE WHEN i %% 20 < 14 THEN 1760000000000 + i END
            FROM realm r, generate_series(?, ?) i, generate_series(0, CASE WHEN i %% 20 = 0 THEN 1 ELSE 0 END) more
            WHERE r.name = ? AND i %% 20 NOT IN (16, 17) ON CONFLICT DO NOTHING""";

    private final DataSource database;
    private final String realm;
    private final PrintStream progress;

    ScaleData(DataSource database, String realm, PrintStream progress) {
        this.database = database;
        this.realm = realm;
        this.progress = progress;
    }

    /** {@code <jdbc-url> <user> <password> <realm> <companies> <contacts>}. */
    public static void main(String[] args) throws SQLException {
        if (args.length != 6) {
            throw new IllegalArgumentException("Say <jdbc-url> <user> <password> <realm> <companies> <contacts>");
        }
        var database = new PGSimpleDataSource();
        database.setUrl(args[0]);
        database.setUser(args[1]);
        database.setPassword(args[2]);
        new ScaleData(database, args[3], System.out).fill(Integer.parseInt(args[4]), Integer.parseInt(args[5]));
    }

    /** Ends with fresh statistics, as a database that grew over years has them. */
    Duration fill(int companies, int contacts) throws SQLException {
        if (companies < 1 || companies > MOST_COMPANIES || contacts < 0 || contacts > MOST_CONTACTS) {
            throw new IllegalArgumentException(
                    "From 1 to " + MOST_COMPANIES + " companies and up to " + MOST_CONTACTS + " contacts");
        }
        long begun = System.nanoTime();
        try (Connection connection = database.getConnection()) {
            requireRealm(connection);
            connection.setAutoCommit(false);
            for (String sql : new String[] {ORGANIZATIONS, GROUPS, COMPANIES}) insert(connection, sql, companies);
            progress.printf("%,d companies%n", companies);
            for (String sql : new String[] {USERS, MEMBERS.formatted(companies), CONTACTS.formatted(companies)}) {
                insert(connection, sql, contacts);
            }
            progress.printf("%,d contacts%n", contacts);
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void requireRealm(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT 1 FROM realm WHERE name = ?")) {
            statement.setString(1, realm);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) throw new IllegalArgumentException("No realm " + realm);
            }
        }
    }

    /** In steps of their own transactions: what was done before an interruption need not be done again. */
    private void insert(Connection connection, String sql, int count) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < count; from += STEP) {
                statement.setInt(1, from);
                statement.setInt(2, Math.min(from + STEP, count) - 1);
                statement.setString(3, realm);
                statement.executeUpdate();
                connection.commit();
            }
        }
    }
}
