package dev.clientportal.portal.notification;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(KeycloakStandIn.class)
class NotificationsOnH2Test extends NotificationRules {}
