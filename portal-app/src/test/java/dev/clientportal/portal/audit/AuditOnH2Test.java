package dev.clientportal.portal.audit;

import dev.clientportal.portal.notification.KeycloakStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(KeycloakStandIn.class)
class AuditOnH2Test extends AuditRules {}
