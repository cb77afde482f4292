package dev.clientportal.e2e.portal;

import dev.clientportal.e2e.Balancer;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.OwnStack;
import dev.clientportal.e2e.Parallel;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.PortalNodes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two portal applications behind a load balancer, started at once on an empty database of the stack's PostgreSQL. While the
 * class runs they take the place of the stack's own. They ask Keycloak at each request, and look for mails every second.
 */
final class TwoPortals implements BeforeAllCallback, AfterAllCallback {
    private static final String DATABASE = "portal_nodes";

    private final OwnStack stack;
    private Balancer balancer;
    private PortalNodes nodes;
    private List<String> firstKeys;

    TwoPortals(OwnStack stack) {
        this.stack = stack;
    }

    /** Requests go to both in turn. */
    void both() {
        balancer.to(nodes.urls().toArray(String[]::new));
    }

    void onlyFirst() {
        balancer.to(nodes.urls().get(0));
    }

    void onlySecond() {
        balancer.to(nodes.urls().get(1));
    }

    /** What several who asked for the key before there was one were answered. */
    List<String> firstKeys() {
        return firstKeys;
    }

    List<Path> logs() {
        return nodes.logs();
    }

    PortalRows rows() {
        return new PortalRows(stack.database(DATABASE));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        balancer = new Balancer();
        nodes = Stack.local()
                .startPortalNodes(
                        balancer.url(),
                        2,
                        stack.newDatabase(DATABASE),
                        OwnStack.POSTGRES,
                        OwnStack.POSTGRES,
                        "-Dclient-portal.access-age=0s",
                        "-Dclient-portal.notifications.every=1s",
                        "-Dclient-portal.reminders.every=1s",
                        "-Dclient-portal.reminders.hour=0",
                        "-Dquarkus.http.proxy.proxy-address-forwarding=true",
                        "-Dquarkus.http.proxy.trusted-proxies=127.0.0.1");
        both();
        String keys = balancer.url() + "/.well-known/jwks.json";
        firstKeys = Parallel.calls(8, i -> new Http().get(keys).body());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (nodes != null) nodes.close();
        if (balancer != null) balancer.close();
    }
}
