package dev.clientportal.testsupport;

import jakarta.ws.rs.BadRequestException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;

/** One SELECT and nothing else: a test that changes rows behind the server's back tests something else. */
record SelectStatement(String sql) {
    SelectStatement {
        if (!sql.stripLeading().toLowerCase(Locale.ROOT).startsWith("select") || sql.contains(";")) {
            throw new BadRequestException("One SELECT without a semicolon, please");
        }
    }

    List<Map<String, String>> rows(JpaConnectionProvider jpa) {
        return jpa.getEntityManager().unwrap(Session.class).doReturningWork(this::run);
    }

    private List<Map<String, String>> run(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT), result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
