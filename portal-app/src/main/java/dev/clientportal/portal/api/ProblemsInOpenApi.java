package dev.clientportal.portal.api;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.audit.Subject;
import dev.clientportal.portal.problem.Problem;
import dev.clientportal.portal.task.TaskKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Writes into the OpenAPI file what each operation refuses with, from {@link Refuses}, and what all of them do. */
public class ProblemsInOpenApi implements OASFilter {
    private static final List<Class<?>> SURFACE =
            List.of(AuditApi.class, ProjectsApi.class, TasksApi.class, TaskDocumentsApi.class, TemplatesApi.class);

    private static final List<Problem> EVERYWHERE =
            List.of(Problem.INVALID, Problem.NOT_AUTHENTICATED, Problem.FORBIDDEN, Problem.UNAVAILABLE);
    private static final List<Problem> OF_BODIES = List.of(Problem.TOO_LARGE, Problem.UNSUPPORTED_TYPE);

    private static final Map<String, List<Problem>> REFUSALS = SURFACE.stream()
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> method.isAnnotationPresent(Refuses.class))
            .collect(Collectors.toMap(
                    method -> method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class)
                            .operationId(),
                    method -> List.of(method.getAnnotation(Refuses.class).value())));

    @Override
    public void filterOpenAPI(OpenAPI file) {
        file.getComponents().addSchema("Problem", problem());
        file.getComponents()
                .addSchema(
                        "TaskKind", oneOf("What the contacts are asked for; TO_DO when left out.", TaskKind.values()))
                .addSchema("AuditAction", oneOf("What was done. There may be more in time.", Action.values()))
                .addSchema("AuditActorKind", oneOf("In whose name it was done.", Actor.Kind.values()))
                .addSchema("AuditSubjectKind", oneOf("What it was done to.", Subject.Kind.values()));
        file.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .values()
                .forEach(ProblemsInOpenApi::addRefusals));
    }

    private static void addRefusals(Operation operation) {
        Set<Problem> all = new LinkedHashSet<>(EVERYWHERE);
        if (operation.getRequestBody() != null) all.addAll(OF_BODIES);
        all.addAll(REFUSALS.getOrDefault(operation.getOperationId(), List.of()));
        Map<Integer, List<Problem>> byStatus =
                all.stream().collect(Collectors.groupingBy(Problem::status, LinkedHashMap::new, Collectors.toList()));
        byStatus.forEach((status, problems) -> operation
                .getResponses()
                .addAPIResponse(
                        Integer.toString(status),
                        OASFactory.createAPIResponse()
                                .description(problems.stream()
                                        .map(problem -> problem.title() + " (`" + problem.type() + "`).")
                                        .collect(Collectors.joining(" ")))
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("Problem"))))));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("A refusal (RFC 9457).")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("type", text("Stable."))
                .addProperty("title", text("The type in words."))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What to do about it."))
                .addProperty("pointer", text("To the value that is meant (RFC 6901)."))
                .required(List.of("type", "title", "status"));
    }

    private static Schema oneOf(String description, Enum<?>... values) {
        return text(description)
                .enumeration(Arrays.<Object>stream(values).map(String::valueOf).collect(Collectors.<Object>toList()));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().description(description).addType(Schema.SchemaType.STRING);
    }
}
