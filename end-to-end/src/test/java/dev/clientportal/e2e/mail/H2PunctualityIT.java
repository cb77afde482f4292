package dev.clientportal.e2e.mail;

import dev.clientportal.e2e.Stack;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the embedded H2. */
@ExtendWith(Stack.class)
class H2PunctualityIT extends PunctualityTests {}
