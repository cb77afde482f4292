package dev.clientportal.connectors.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clientportal.connectors.settings.Settings;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The connectors' own database: an H2 file, or a PostgreSQL that several of them share. */
public final class Database implements AutoCloseable {
    /** Without a write delay of 0, H2 answers a commit up to half a second before it is in the file. */
    private static final String H2_OPTIONS = ";WRITE_DELAY=0;LOCK_TIMEOUT=15000;DB_CLOSE_ON_EXIT=FALSE";

    private static final int OTHERS = 12;

    private final HikariDataSource source;
    private final Jdbi jdbi;

    /** Connects, and brings the tables up to date. */
    public Database(Settings settings) {
        HikariConfig config = new HikariConfig();
        if (settings.has(Settings.DATABASE_URL)) {
            config.setJdbcUrl(settings.get(Settings.DATABASE_URL));
            config.setUsername(settings.get(Settings.DATABASE_USER));
            config.setPassword(settings.get(Settings.DATABASE_PASSWORD));
        } else {
            config.setJdbcUrl("jdbc:h2:file:" + settings.data("connectors") + H2_OPTIONS);
        }
        config.setPoolName("connectors");
        config.setMaximumPoolSize(settings.get(Settings.CONSUMERS) + OTHERS);
        config.setConnectionTimeout(15_000);
        this.source = new HikariDataSource(config);
        Flyway.configure().dataSource(source).table("cn_flyway").load().migrate();
        this.jdbi = Jdbi.create(source);
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        source.close();
    }
}
