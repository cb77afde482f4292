package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.opening.Openings.Starter;
import dev.clientportal.keycloak.problem.ProblemException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.AdminRoot;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** One call of a staff member: which realm it is about, what the caller may do, and how it is written down. */
record StaffCall(KeycloakSession session, RealmModel realm, Staff staff, AdminEventBuilder events) {
    private static final String ROOT = "client-portal/";

    /** A call that goes on when its request is over; empty when who made it is gone. */
    static Optional<StaffCall> resumed(KeycloakSession session, RealmModel realm, Starter starter) {
        return Staff.resumed(session, starter)
                .map(auth -> new StaffCall(
                        session,
                        realm,
                        new Staff(AdminPermissions.evaluator(session, realm, auth), realm),
                        new AdminEventBuilder(realm, auth, session, new ConnectionFrom(starter.address()))));
    }

    /** All that admin events want to know of a connection. */
    private record ConnectionFrom(String getRemoteAddr) implements ClientConnection {
        @Override
        public String getRemoteHost() {
            return getRemoteAddr;
        }

        @Override
        public int getRemotePort() {
            return 0;
        }

        @Override
        public String getLocalAddr() {
            return null;
        }

        @Override
        public int getLocalPort() {
            return 0;
        }
    }

    <T extends org.keycloak.provider.Provider> T get(Class<T> provider) {
        return session.getProvider(provider);
    }

    /** The same call in another session. */
    StaffCall in(KeycloakSession own) {
        return new StaffCall(own, own.getContext().getRealm(), staff, events);
    }

    /** As {@link #in}, and permissions, too, are asked about there: for when this call's own session has ended. */
    StaffCall askedIn(KeycloakSession own) {
        return new StaffCall(own, own.getContext().getRealm(), staff.in(own), events);
    }

    /** Where staff REST has what is at this path. */
    URI address(String path) {
        return AdminRoot.realmsUrl(session.getContext().getUri())
                .path(realm.getName())
                .path(ClientPortalAdminResourceFactory.PROVIDER_ID)
                .path(path)
                .build();
    }

    /** The admin event of a change. It names people by id: addresses stay out of events. */
    void record(OperationType operation, AdminResource resource, String path, Map<String, ?> details) {
        record(session, operation, resource, path, details);
    }

    /** As above, in a transaction of its own. */
    void record(
            KeycloakSession own, OperationType operation, AdminResource resource, String path, Map<String, ?> details) {
        AdminEventBuilder event = event(own, operation, resource, path);
        details.forEach((name, value) -> event.detail(name, String.valueOf(value)));
        event.success();
    }

    /** As above, with what is there now. */
    void recordWith(OperationType operation, AdminResource resource, String path, Object representation) {
        event(session, operation, resource, path).representation(representation).success();
    }

    private AdminEventBuilder event(KeycloakSession own, OperationType operation, AdminResource resource, String path) {
        return events.clone(own).operation(operation).resource(resource.code()).resourcePath(ROOT + path);
    }

    /** Does all of the work or, when it meets a refusal half-way, nothing. */
    <T> T allOrNothing(Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException refused) {
            session.getTransactionManager().setRollbackOnly();
            throw refused;
        }
    }
}
