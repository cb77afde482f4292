package dev.clientportal.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** What the operator's guide gives to large firms, as it stands in the documentation, on this PostgreSQL. */
public record SearchIndexes(DataSource database) {
    /** Runs the file's statements one by one, since indexes that are made while the server works allow no transaction. */
    public void create() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            String[] file = Documentation.text("large-firms.sql")
                    .replaceAll("(?m)^--.*$", "")
                    .split(";");
            for (String sql : Arrays.stream(file).filter(sql -> !sql.isBlank()).toList()) {
                statement.execute(sql);
            }
        }
    }

    /** How often PostgreSQL has used each of them. */
    public Map<String, Long> uses() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT indexrelname, idx_scan FROM pg_stat_user_indexes WHERE indexrelname LIKE 'cp_search%'");
                ResultSet rows = statement.executeQuery()) {
            Map<String, Long> uses = new HashMap<>();
            while (rows.next()) uses.put(rows.getString(1), rows.getLong(2));
            return uses;
        }
    }
}
