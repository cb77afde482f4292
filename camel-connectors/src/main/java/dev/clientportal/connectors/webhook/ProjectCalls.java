package dev.clientportal.connectors.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.JsonBody;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.jobs.Acceptance;
import dev.clientportal.connectors.jobs.Acceptance.Accepted;
import dev.clientportal.connectors.jobs.CallKey;
import dev.clientportal.connectors.jobs.Command;
import dev.clientportal.connectors.jobs.Feeder;
import dev.clientportal.connectors.jobs.Job;
import dev.clientportal.connectors.jobs.Job.Kind;
import dev.clientportal.connectors.jobs.Jobs;
import dev.clientportal.connectors.jobs.Waiting;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.project.ProjectReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Projects that are sent by a call. */
public final class ProjectCalls {
    private static final int MOST = 1000;

    private final JsonBody bodies;
    private final ProjectReader reader;
    private final Acceptance acceptance;
    private final Feeder feeder;
    private final Waiting waiting;
    private final Jobs jobs;

    public ProjectCalls(
            JsonBody bodies, ProjectReader reader, Acceptance acceptance, Feeder feeder, Waiting waiting, Jobs jobs) {
        this.bodies = bodies;
        this.reader = reader;
        this.acceptance = acceptance;
        this.feeder = feeder;
        this.waiting = waiting;
        this.jobs = jobs;
    }

    /** One project: 201 with what was made, or 202 when it takes longer. */
    public Answer one(
            @ExchangeProperty(Door.CALLER) Caller caller, @Header("Idempotency-Key") String key, @Body byte[] body) {
        JsonNode sent = bodies.read(body);
        CreateProject project = reader.read(sent);
        CallKey callKey = CallKey.of(key, project.externalId());
        Accepted accepted = acceptance.accept(caller, Kind.PROJECT, callKey, bodies.hash(sent), List.of(project));
        Job job = accepted.job();
        if (accepted.isNew()) feeder.feedSoon(job);
        waiting.until(job);
        job = jobs.again(job);
        if (job.isFinished()) return answer(job);
        if (accepted.isNew()) return pending(job);
        throw ProblemException.running("The first call with this key is still being worked on.", jobs.location(job));
    }

    private Answer answer(Job job) {
        Command command = jobs.only(job);
        return switch (command.state()) {
            case DONE -> Answer.of(201, jobs.told(command).get("result")).with("Location", jobs.location(job));
            case FAILED ->
                throw ProblemException.refused(command.problemType(), command.problemDetail(), jobs.location(job));
            case CANCELLED -> throw new ProblemException(Problem.NOT_POSSIBLE_NOW, "The job was cancelled.");
            case DEAD, WAITING -> pending(job);
        };
    }

    private Answer pending(Job job) {
        return Answer.of(202, jobs.told(job))
                .with("Location", jobs.location(job))
                .with("Retry-After", "2");
    }

    /** Many at once: a job to ask for. */
    public Answer many(
            @ExchangeProperty(Door.CALLER) Caller caller, @Header("Idempotency-Key") String key, @Body byte[] body) {
        JsonNode sent = bodies.read(body);
        List<CreateProject> projects = projects(sent);
        CallKey callKey = CallKey.of(key, null);
        Accepted accepted = acceptance.accept(caller, Kind.PROJECTS, callKey, bodies.hash(sent), projects);
        if (accepted.isNew()) feeder.feedSoon(accepted.job());
        return pending(jobs.again(accepted.job()));
    }

    private List<CreateProject> projects(JsonNode sent) {
        JsonNode list = sent.path("projects");
        if (!list.isArray() || list.isEmpty() || list.size() > MOST || sent.size() != 1) {
            throw ProblemException.invalid("/projects", "The body is an object with \"projects\": 1 to " + MOST + ".");
        }
        List<ProblemException.Error> errors = new ArrayList<>();
        List<CreateProject> projects = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < list.size() && errors.size() < 50; i++) {
            List<ProblemException.Error> own = reader.errors(list.get(i), "/projects/" + i);
            errors.addAll(own);
            if (!own.isEmpty()) continue;
            CreateProject project = reader.convert(list.get(i));
            projects.add(project);
            if (project.externalId() != null && !ids.add(project.externalId())) {
                errors.add(new ProblemException.Error(
                        "/projects/" + i + "/externalId", "is the external id of another one in this call"));
            }
        }
        if (!errors.isEmpty()) throw ProblemException.invalid(errors);
        return projects;
    }
}
