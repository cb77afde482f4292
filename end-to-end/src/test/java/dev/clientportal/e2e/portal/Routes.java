package dev.clientportal.e2e.portal;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every address that the portal application answers at, read off its classes: a new one is found by itself. */
public final class Routes {
    private static final String REST = "jakarta.ws.rs.";
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)[^}]*}");

    private Routes() {}

    /**
     * One of them.
     *
     * @param consumes the media type of its form, or an empty text
     */
    public record Route(String method, String path, String consumes) {
        /** The names in braces, in their order. */
        public List<String> parameters() {
            return PARAMETER
                    .matcher(path)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }

        /** @param values by the names in braces */
        public String with(Map<String, String> values) {
            if (!values.keySet().containsAll(parameters())) throw new AssertionError("No ids for " + this);
            return PARAMETER.matcher(path).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public static List<Route> all() {
        return new ClassFileImporter()
                .importPath(Path.of("../portal-app/target/classes")).stream()
                        .filter(type -> value(type).isPresent())
                        .flatMap(type -> type.getMethods().stream().flatMap(method -> of(type, method)))
                        .toList();
    }

    private static Stream<Route> of(JavaClass type, JavaMethod method) {
        String path = value(type).orElseThrow() + "/" + value(method).orElse("");
        return METHODS.stream()
                .filter(name -> method.isAnnotatedWith(REST + name))
                .map(name -> new Route(name, path.replaceAll("/+", "/"), consumes(method)));
    }

    private static String consumes(JavaMethod method) {
        return method.tryGetAnnotationOfType(REST + "Consumes")
                .map(consumes -> (JavaAnnotation<?>) consumes)
                .flatMap(consumes -> consumes.get("value"))
                .map(types -> ((Object[]) types)[0].toString())
                .orElse("");
    }

    private static Optional<String> value(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(REST + "Path")
                .map(path -> (JavaAnnotation<?>) path)
                .flatMap(path -> path.get("value"))
                .map(String::valueOf);
    }
}
