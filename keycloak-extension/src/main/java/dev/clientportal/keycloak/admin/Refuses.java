package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems that a method can answer with, for the OpenAPI file. Left out are those that go without saying: not allowed;
 * not found, where the path names something; not valid, where the caller sends something.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    Problem[] value();
}
