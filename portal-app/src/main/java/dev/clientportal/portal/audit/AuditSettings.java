package dev.clientportal.portal.audit;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the audit log, as the README lists them. Made as early as those that they stand below. */
@StaticInitSafe
@ConfigMapping(prefix = "client-portal.audit")
interface AuditSettings {
    /** For how long an entry is kept. */
    @WithDefault("730d")
    Duration keep();
}
