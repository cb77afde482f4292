package dev.clientportal.connectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.clientportal.connectors.broker.Broker;
import dev.clientportal.connectors.csvimport.CsvImport;
import dev.clientportal.connectors.door.Answers;
import dev.clientportal.connectors.door.CallLimit;
import dev.clientportal.connectors.door.Credentials;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.DoorErrors;
import dev.clientportal.connectors.door.FailedCalls;
import dev.clientportal.connectors.door.HttpServer;
import dev.clientportal.connectors.door.JsonBody;
import dev.clientportal.connectors.door.MinuteCounts;
import dev.clientportal.connectors.jobs.Acceptance;
import dev.clientportal.connectors.jobs.CommandStore;
import dev.clientportal.connectors.jobs.DeadLetters;
import dev.clientportal.connectors.jobs.Feeder;
import dev.clientportal.connectors.jobs.JobMetrics;
import dev.clientportal.connectors.jobs.JobRoutes;
import dev.clientportal.connectors.jobs.JobStore;
import dev.clientportal.connectors.jobs.Jobs;
import dev.clientportal.connectors.jobs.Later;
import dev.clientportal.connectors.jobs.Upkeep;
import dev.clientportal.connectors.jobs.Waiting;
import dev.clientportal.connectors.keycloak.KeycloakAdmin;
import dev.clientportal.connectors.keycloak.Realms;
import dev.clientportal.connectors.keycloak.ServiceTokens;
import dev.clientportal.connectors.mail.MailWay;
import dev.clientportal.connectors.pipeline.AddContacts;
import dev.clientportal.connectors.pipeline.Commands;
import dev.clientportal.connectors.pipeline.Json;
import dev.clientportal.connectors.pipeline.MakeProject;
import dev.clientportal.connectors.pipeline.OpenCompany;
import dev.clientportal.connectors.pipeline.Patience;
import dev.clientportal.connectors.pipeline.PipelineErrors;
import dev.clientportal.connectors.pipeline.PipelineRoutes;
import dev.clientportal.connectors.pipeline.PipelineRoutes.Steps;
import dev.clientportal.connectors.pipeline.PutOff;
import dev.clientportal.connectors.pipeline.SendInvitations;
import dev.clientportal.connectors.pipeline.SetAside;
import dev.clientportal.connectors.portal.PortalApi;
import dev.clientportal.connectors.project.ProjectReader;
import dev.clientportal.connectors.settings.Settings;
import dev.clientportal.connectors.storage.Database;
import dev.clientportal.connectors.tracing.Tracing;
import dev.clientportal.connectors.upstream.Upstream;
import dev.clientportal.connectors.webhook.AccessCalls;
import dev.clientportal.connectors.webhook.ProjectCalls;
import dev.clientportal.connectors.webhook.Samples;
import dev.clientportal.connectors.webhook.WebhookRoutes;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.nio.file.Files;
import java.time.Clock;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.main.Main;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** Who knows whom: everything is made here, once, and handed to who needs it. */
final class Application {
    private final Settings settings;
    private final Clock clock = Clock.systemUTC();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Application(Settings settings) {
        this.settings = settings;
    }

    void run() throws Exception {
        Files.createDirectories(settings.data("."));
        try (Tracing tracing = new Tracing(settings);
                Database database = new Database(settings);
                Broker broker = new Broker(settings)) {
            CachingConnectionFactory connections = new CachingConnectionFactory(broker.connections());
            connections.setSessionCacheSize(32);
            Main main = new Main();
            if (broker.isEmpty()) {
                new JobStore(database.jdbi(), clock).feedAgain();
                new Later(database.jdbi(), clock).feedAgain();
            }
            tracing.bindTo(main);
            assemble(main, database.jdbi(), connections, tracing.tracer());
            main.run();
            connections.destroy();
        }
    }

    private void assemble(Main main, Jdbi jdbi, CachingConnectionFactory connections, Tracer tracer) {
        Upstream upstream = new Upstream(json, tracer);
        Realms realms = new Realms(settings);
        ServiceTokens tokens = new ServiceTokens(settings, realms, upstream, clock);
        KeycloakAdmin keycloak = new KeycloakAdmin(realms, tokens, upstream);
        PortalApi portal = new PortalApi(settings, keycloak, upstream, clock);

        ProjectReader reader = new ProjectReader(json);
        JobStore jobStore = new JobStore(jdbi, clock);
        CommandStore commandStore = new CommandStore(jdbi, clock, jobStore, reader);
        Later later = new Later(jdbi, clock);
        JmsTemplate jms = new JmsTemplate(connections);
        jms.setSessionTransacted(true);
        Feeder feeder = new Feeder(jobStore, commandStore, later, jms, clock);
        Waiting waiting = new Waiting(jdbi, settings.get(Settings.ANSWER_WITHIN), settings.get(Settings.WAITING));
        Jobs jobs = new Jobs(jobStore, commandStore, json, settings.publicUrl());

        Answers answers = new Answers(json);
        MinuteCounts counts = new MinuteCounts(jdbi, clock);
        FailedCalls failed = new FailedCalls(counts, settings);
        Door door = new Door(
                new Credentials(settings, realms, tokens, upstream, failed, json, clock),
                new CallLimit(counts, settings.get(Settings.CALLS_PER_MINUTE)),
                settings.get(Settings.MAX_BODY));
        JsonBody bodies = new JsonBody();

        new HttpServer(settings, answers).bindTo(main);
        main.bind("jms", QueueDoor.component(connections));
        main.configure().addRoutesBuilder(new DoorErrors(answers));
        main.configure()
                .addRoutesBuilder(new WebhookRoutes(
                        door,
                        answers,
                        new ProjectCalls(
                                bodies,
                                reader,
                                new Acceptance(jdbi, clock, jobStore, commandStore),
                                feeder,
                                waiting,
                                jobs),
                        new AccessCalls(bodies, keycloak, portal, json),
                        new Samples(reader, json)));
        main.configure()
                .addRoutesBuilder(
                        new JobRoutes(door, answers, jobs, new DeadLetters(commandStore, feeder, jobs, json)));

        CsvImport.Neighbours neighbours = new CsvImport.Neighbours(
                jdbi, clock, json, bodies, door, answers, jobStore, commandStore, jobs, feeder, keycloak, portal);
        new CsvImport(settings, neighbours).routes().forEach(main.configure()::addRoutesBuilder);
        main.configure().addRoutesBuilder(new Upkeep(feeder, waiting, jobStore, settings, clock));

        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        // The name under which Camel's metrics look for one.
        main.bind(MicrometerConstants.METRICS_REGISTRY_NAME, registry);
        JobMetrics metrics = new JobMetrics(registry, jobStore, clock);
        Json written = new Json(json);
        SetAside aside = new SetAside(commandStore, waiting, metrics);
        Commands commands = new Commands(commandStore, later, reader, waiting, written, metrics);
        Patience patience = new Patience(settings, clock);
        main.configure()
                .addRoutesBuilder(new PipelineErrors(commands, new PutOff(later, patience, aside), patience, aside));
        main.configure()
                .addRoutesBuilder(new PipelineRoutes(
                        new Steps(
                                commands,
                                new OpenCompany(keycloak),
                                new AddContacts(keycloak, commandStore, written),
                                new MakeProject(portal, written),
                                new SendInvitations(keycloak)),
                        aside,
                        settings.get(Settings.CONSUMERS)));

        MailWay.bindTo(main, settings, realms, keycloak, json, tracer, clock);
    }
}
