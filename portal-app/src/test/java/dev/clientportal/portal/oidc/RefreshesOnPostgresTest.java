package dev.clientportal.portal.oidc;

import dev.clientportal.portal.notification.KeycloakStandIn;
import dev.clientportal.portal.notification.NotificationsOnPostgresTest;
import dev.clientportal.portal.notification.PostgresServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@WithTestResource(KeycloakStandIn.class)
@WithTestResource(PostgresServer.class)
@TestProfile(NotificationsOnPostgresTest.OnPostgres.class)
class RefreshesOnPostgresTest extends RefreshRules {}
