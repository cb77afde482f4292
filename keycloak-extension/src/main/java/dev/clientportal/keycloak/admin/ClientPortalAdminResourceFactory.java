package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.background.Background;
import dev.clientportal.keycloak.setting.Setting;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.timer.TimerProvider;

/** Mounts staff REST under the realm's admin REST. */
public final class ClientPortalAdminResourceFactory implements AdminRealmResourceProviderFactory {
    /** Also the path. */
    public static final String PROVIDER_ID = "client-portal";

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+(/[^\\s?#]*)?");
    private static final String TIMER = "client-portal-openings";
    private static final long LOOK_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private static final Setting<String> CONNECTORS_URL = Setting.text(
            "connectorsUrl",
            "Address of the connectors",
            "Where browsers reach the connectors, as `https://connectors.example.com`; for the console's page *Imports*."
                    + " Without it the page says that there are none.",
            "");

    private Background openings;
    private String connectorsUrl;

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new Mount(openings, connectorsUrl);
    }

    private record Mount(Background openings, String connectorsUrl) implements AdminRealmResourceProvider {
        @Override
        public Object getResource(
                KeycloakSession session,
                RealmModel realm,
                AdminPermissionEvaluator auth,
                AdminEventBuilder adminEvent) {
            StaffCall call = new StaffCall(session, realm, new Staff(auth, realm), adminEvent);
            return new ClientPortalAdminResource(call, openings, connectorsUrl);
        }

        @Override
        public void close() {}
    }

    /** Openings begin at once on the node that was asked; every node looks for one that another node left behind. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        openings = new Background(TIMER, new OpeningWork(factory));
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) schedule(factory);
        });
    }

    private void schedule(KeycloakSessionFactory factory) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class).schedule(openings::wake, LOOK_MILLIS, TIMER);
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        connectorsUrl = address(CONNECTORS_URL.from(config));
    }

    /**
     * Without its last slash; null for none.
     *
     * @throws IllegalArgumentException for what a page could not call: the server does not start with it
     */
    static String address(String text) {
        String url = text.strip().replaceFirst("/+$", "");
        if (url.isEmpty()) return null;
        if (!ADDRESS.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "connectors-url has to be an address as https://connectors.example.com, not " + url);
        }
        return url;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of(CONNECTORS_URL.property());
    }

    @Override
    public void close() {
        if (openings != null) openings.close();
    }
}
