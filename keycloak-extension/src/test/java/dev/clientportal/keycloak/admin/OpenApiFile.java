package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.access.AccessState;
import dev.clientportal.keycloak.diagnosis.FindingCode;
import dev.clientportal.keycloak.directory.InvitationState;
import dev.clientportal.keycloak.directory.PageRequest;
import dev.clientportal.keycloak.mail.MailKind;
import dev.clientportal.keycloak.mail.MailState;
import dev.clientportal.keycloak.problem.Problem;
import dev.clientportal.keycloak.problem.ProblemException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.OperationHandler;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/** The OpenAPI document of one REST surface, made from its classes. */
final class OpenApiFile implements OASFilter, OperationHandler {
    private static final DotName REFUSES = DotName.createSimple(Refuses.class);
    /** Other things that stand so deep begin with a small letter. */
    private static final Pattern SCHEMA = Pattern.compile("(?m)^    ([A-Z]\\w*):\\n(?:      .*\\n)+");

    private static final Map<String, String> PARAMETERS = Map.of(
            "format", "json or csv, in whatever case; without it, the header Accept decides.",
            "field", "One of firstName, lastName, email and phone.",
            "company", "The id of the organization.",
            "user", "The id of the user.",
            "mail", "The id of the mail.",
            "search",
                    "How the name begins, in whatever case: of a company its name or alias; "
                            + "of a contact the username, e-mail address, first or last name.",
            "kind", "Only those of this kind: " + names(MailKind.values()) + ", in whatever case.",
            "after", "What the page before gave as next.",
            "max", "How many items a page has at most: 1 to 100, 20 when left out.",
            "domain", "A domain name, in whatever case and form.");

    private static final Map<String, String> STATES = Map.of(
            "listCompanies", "Only those whose portal is in this state: active or inactive, in whatever case.",
            "listContacts", "Only those in this state: " + names(AccessState.values()) + ", in whatever case.",
            "listAllContacts", "Only those in this state: " + names(AccessState.values()) + ", in whatever case.",
            "listAllInvitations",
                    "Only those in this state: " + names(InvitationState.values()) + ", in whatever case.",
            "listMails", "Only those in this state: " + names(MailState.values()) + ", in whatever case.");

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private final RestSurface surface;

    private OpenApiFile(RestSurface surface) {
        this.surface = surface;
    }

    static String yaml(RestSurface surface) {
        OpenApiFile file = new OpenApiFile(surface);
        try {
            return withoutUnused(SmallRyeOpenAPI.builder()
                    .withConfig(new SmallRyeConfigBuilder()
                            .withDefaultValue("mp.openapi.extensions.smallrye.remove-unused-schemas.enable", "true")
                            .build())
                    .withApplicationClassLoader(OpenApiFile.class.getClassLoader())
                    .enableModelReader(false)
                    .enableStandardFilter(false)
                    .enableStandardStaticFiles(false)
                    .enableAnnotationScan(true)
                    .defaultRequiredProperties(true)
                    .withIndex(file.index())
                    .withOperationHandler(file)
                    .addFilter(file)
                    .build()
                    .toYAML());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** SmallRye removes schemas that nothing names, but not those that only these name. */
    private static String withoutUnused(String yaml) {
        for (Matcher schema = SCHEMA.matcher(yaml); schema.find(); ) {
            String rest = yaml.substring(0, schema.start()) + yaml.substring(schema.end());
            if (!rest.contains("\"#/components/schemas/" + schema.group(1) + "\"")) return withoutUnused(rest);
        }
        return yaml;
    }

    private Index index() throws IOException {
        Indexer indexer = new Indexer();
        for (Class<?> root : List.of(ClientPortalAdminResource.class, RestSurface.class)) {
            Path classes = Path.of(
                    root.getProtectionDomain().getCodeSource().getLocation().getPath());
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".class")
                                && !surface.isOther(path.getFileName().toString()))
                        .sorted()
                        .toList()) {
                    try (var content = Files.newInputStream(file)) {
                        indexer.index(content);
                    }
                }
            }
        }
        return indexer.complete();
    }

    @Override
    public void handleOperation(Operation operation, ClassInfo resource, MethodInfo method) {
        String subject = resource.simpleName().replaceAll("(Resource)$", "");
        operation.setOperationId(method.name() + subject);
        Set<Problem> problems = EnumSet.copyOf(surface.problems());
        AnnotationInstance refuses = method.annotation(REFUSES);
        AnnotationValue named = refuses == null ? null : refuses.value();
        if (named != null)
            Arrays.stream(named.asEnumArray()).map(Problem::valueOf).forEach(problems::add);
        operation.addExtension("x-problems", problems);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        @SuppressWarnings("unchecked")
        Set<Problem> problems = (Set<Problem>) operation.getExtensions().get("x-problems");
        operation.removeExtension("x-problems");
        boolean isPublic =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (isPublic) problems.removeAll(surface.problems());
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean sends = operation.getRequestBody() != null
                || parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
        if (sends) problems.add(Problem.INVALID);
        if (takesJson(operation)) problems.addAll(Set.of(Problem.TOO_LARGE, Problem.UNSUPPORTED_TYPE));
        parameters.stream()
                .filter(parameter -> parameter.getName().equals("state"))
                .forEach(parameter -> parameter.setDescription(STATES.get(operation.getOperationId())));
        refusals(operation, problems, isPublic);
        return operation;
    }

    private static boolean takesJson(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().hasMediaType("application/json");
    }

    private static void refusals(Operation operation, Set<Problem> problems, boolean isPublic) {
        problems.stream()
                .collect(Collectors.groupingBy(Problem::status, TreeMap::new, Collectors.toList()))
                .forEach((status, same) ->
                        operation.getResponses().addAPIResponse(String.valueOf(status), refusal(same)));
        if (isPublic || problems.contains(Problem.NOT_AUTHENTICATED)) return;
        operation
                .getResponses()
                .addAPIResponse(
                        "401", OASFactory.createAPIResponse().description("No valid token; in Keycloak's own form."));
    }

    private static APIResponse refusal(List<Problem> problems) {
        String description = problems.stream()
                .map(problem -> problem.title() + " (`" + problem.type() + "`).")
                .collect(Collectors.joining(" "));
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemException.MEDIA_TYPE.toString(),
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getName().equals("max")) {
            parameter.schema(number().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX)));
        }
        if (parameter.getDescription() == null) parameter.setDescription(PARAMETERS.get(parameter.getName()));
        return parameter;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(
                OASFactory.createInfo().title(surface.title()).version("0.1").description(surface.description()));
        document.setServers(null);
        document.getPaths().getPathItems().forEach((path, item) -> {
            item.addParameter(realm());
            item.getOperations().values().forEach(operation -> finish(path, operation));
        });
        document.getComponents().addSchema("Problem", problem());
        Schema finding = document.getComponents().getSchemas().get("Finding");
        if (finding != null) {
            finding.getProperties()
                    .get("code")
                    .setEnumeration(Arrays.stream(FindingCode.values())
                            .map(code -> (Object) code.code())
                            .toList());
        }
        document.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(surface.token()));
        document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("bearer"));
    }

    private static Parameter realm() {
        return OASFactory.createParameter()
                .name("realm")
                .in(Parameter.In.PATH)
                .required(true)
                .description("The realm's name.")
                .schema(text());
    }

    private static void finish(String path, Operation operation) {
        boolean names = path.replace("{realm}", "").contains("{");
        if (names && !operation.getResponses().hasAPIResponse("404")) {
            operation.getResponses().addAPIResponse("404", refusal(List.of(Problem.NOT_FOUND)));
        }
        Map<String, APIResponse> inOrder =
                new TreeMap<>(operation.getResponses().getAPIResponses());
        operation.getResponses().setAPIResponses(inOrder);
        // One class serves both pictures.
        if (path.endsWith("/logo"))
            operation.setOperationId(operation.getOperationId().replace("FirmImage", "FirmLogo"));
        if (path.endsWith("/icon"))
            operation.setOperationId(operation.getOperationId().replace("FirmImage", "FirmIcon"));
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457.")
                .required(List.of("type", "title", "status", "detail"))
                .addProperty(
                        "type",
                        text().enumeration(Arrays.stream(Problem.values())
                                .map(problem -> (Object) problem.type())
                                .toList()))
                .addProperty("title", text())
                .addProperty("status", number())
                .addProperty("detail", text().description("What to do about it."))
                .addProperty("field", text().description("Which property or parameter is meant."))
                .addProperty("line", number().description("Where a portal file is broken."))
                .addProperty("column", number().description("The letter in that line."))
                .addProperty("code", text().description("The message key of Keycloak's user profile."))
                .addProperty("retryAfter", number().description("Seconds to wait, as in the header Retry-After."))
                .addProperty("variations", texts().description("Domain names that are free."))
                .addProperty("unknown", texts().description("Merge fields that do not exist."))
                .addProperty("known", texts().description("Merge fields that do."));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema texts() {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(text());
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    }
}
