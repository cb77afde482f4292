package dev.clientportal.portal.task;

import dev.clientportal.portal.notification.KeycloakStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(KeycloakStandIn.class)
class RemindersOnH2Test extends ReminderRules {}
