package dev.clientportal.portal.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@WithTestResource(KeycloakStandIn.class)
@WithTestResource(PostgresServer.class)
@TestProfile(NotificationsOnPostgresTest.OnPostgres.class)
public class NotificationsOnPostgresTest extends NotificationRules {

    /** The profile that the README names. */
    public static class OnPostgres implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "postgresql";
        }
    }
}
