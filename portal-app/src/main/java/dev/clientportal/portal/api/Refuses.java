package dev.clientportal.portal.api;

import dev.clientportal.portal.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation may refuse with, beside what every operation may. The OpenAPI file lists it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    Problem[] value();
}
