package dev.clientportal.portal;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The application's settings, as its README lists them. Request filters are made early, and need them then. */
@StaticInitSafe
@ConfigMapping(prefix = "client-portal")
public interface PortalSettings {
    /** The application's own address, without a slash at its end. */
    String url();

    /** Where Keycloak and the firm's other systems reach it, if not there. */
    Optional<String> internalUrl();

    /** Keycloak's public address, without a slash at its end. */
    String keycloakUrl();

    /** Where this application reaches it, if not there. */
    Optional<String> keycloakInternalUrl();

    /** A realm to ask for portals; any that exists. */
    @WithDefault("master")
    String lookUpRealm();

    /** The client in each realm that staff sign in to. */
    @WithDefault("portal-staff")
    String staffClient();

    /** For how long what Keycloak said about somebody's access counts, before it is asked again. */
    @WithDefault("5s")
    Duration accessAge();

    /** When a browser that was not used signs in anew. Keycloak's own limits may end it before. */
    @WithDefault("10h")
    Duration sessionIdle();

    /** The folder where files are kept; nodes of one portal share it. */
    String storage();

    /** The folder with the films that greet new contacts; without one they read. */
    Optional<String> welcomeFolder();

    /** The film for firms that have none in the folder. */
    Optional<FilmUrl> welcomeUrl();

    /** What contacts may upload. */
    Uploads uploads();

    /** A film elsewhere, by https alone. */
    record FilmUrl(URI address) {
        /** As it is written in the setting. */
        public static FilmUrl of(String address) {
            URI uri = URI.create(address);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new IllegalArgumentException("No address that begins with https:// and a host: " + address);
            }
            return new FilmUrl(uri);
        }

        /** Scheme, host and port: what pages may load it from. */
        public String origin() {
            return "https://" + address.getAuthority();
        }
    }

    /** Limits; below those of the server that the form arrives at. */
    interface Uploads {
        @WithDefault("25M")
        MemorySize largestFile();

        /** The server's limit for a request, too. */
        MemorySize largestRequest();

        /** In one form. */
        @WithDefault("50")
        int mostFiles();

        /** By the endings of their names. */
        @WithDefault("pdf,jpg,png,gif,webp,heic,docx,xlsx,pptx,doc,xls,ppt,odt,ods,odp,txt,csv")
        List<String> types();
    }
}
