package dev.clientportal.portal.oidc;

import dev.clientportal.portal.notification.KeycloakStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(KeycloakStandIn.class)
class RefreshesOnH2Test extends RefreshRules {}
