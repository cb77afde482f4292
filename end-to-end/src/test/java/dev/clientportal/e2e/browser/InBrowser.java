package dev.clientportal.e2e.browser;

import dev.clientportal.e2e.Stack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test with the running system, the firm's portal open, and a Chromium. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({Stack.class, Chromium.class})
@interface InBrowser {}
