package dev.clientportal.e2e.portal;

import dev.clientportal.e2e.LandsInPortal;
import dev.clientportal.e2e.Stack;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the suite's own H2; the portal application is back before the next class of tests. */
@ExtendWith({Stack.class, LandsInPortal.class})
class H2KilledPortalIT extends KilledPortalTests {}
