package dev.clientportal.portal;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The application's settings, as its README lists them. Request filters are made early, and need them then. */
@StaticInitSafe
@ConfigMapping(prefix = "client-portal")
public interface PortalSettings {
    /** The application's own address, without a slash at its end. */
    String url();

    /** Keycloak's address, without a slash at its end. */
    String keycloakUrl();

    /** A realm to ask for portals; any that exists. */
    @WithDefault("master")
    String lookUpRealm();

    /** For how long what Keycloak said about a contact's access counts, before it is asked again. */
    @WithDefault("5s")
    Duration accessAge();

    /** When a browser that was not used signs in anew. Keycloak's own limits may end it before. */
    @WithDefault("10h")
    Duration sessionIdle();

    /** The folder where files are kept; nodes of one portal share it. */
    @WithDefault("portal-data/files")
    String storage();
}
