package dev.clientportal.connectors.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.door.Role;
import java.util.List;
import java.util.Locale;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** What callers are told of jobs. A client sees its own; who may manage jobs sees all of the realm's. */
public final class Jobs {
    private static final int PAGE = 100;

    private final JobStore jobs;
    private final CommandStore commands;
    private final ObjectMapper json;
    private final String publicUrl;

    public Jobs(JobStore jobs, CommandStore commands, ObjectMapper json, String publicUrl) {
        this.jobs = jobs;
        this.commands = commands;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    public Answer list(
            @ExchangeProperty(Door.CALLER) Caller caller, @Header("after") String after, @Header("max") String max) {
        int size = size(max);
        String only = caller.has(Role.MANAGE_JOBS) ? null : caller.client();
        List<Job> page = jobs.list(caller.realm(), only, JobCursor.parse(after), size + 1);
        ObjectNode told = json.createObjectNode();
        ArrayNode items = told.putArray("items");
        page.stream().limit(size).map(this::told).forEach(items::add);
        if (page.size() > size)
            told.put("next", JobCursor.of(page.get(size - 1)).toString());
        return Answer.ok(told);
    }

    public Answer read(@ExchangeProperty(Door.CALLER) Caller caller, @Header("job") String id) {
        return Answer.ok(told(require(caller, id)));
    }

    public Answer results(
            @ExchangeProperty(Door.CALLER) Caller caller,
            @Header("job") String id,
            @Header("state") String state,
            @Header("after") String after,
            @Header("max") String max) {
        Job job = require(caller, id);
        int size = size(max);
        List<Command> page = commands.list(job.id(), state(state), place(after), size + 1);
        ObjectNode told = json.createObjectNode();
        ArrayNode items = told.putArray("items");
        page.stream().limit(size).map(this::told).forEach(items::add);
        if (page.size() > size)
            told.put("next", Integer.toString(page.get(size - 1).seq() + 1));
        return Answer.ok(told);
    }

    public Answer cancel(@ExchangeProperty(Door.CALLER) Caller caller, @Header("job") String id) {
        Job job = require(caller, id);
        if (!jobs.cancel(caller.realm(), job.id())) {
            throw new ProblemException(Problem.NOT_POSSIBLE_NOW, "The job has ended.");
        }
        return Answer.ok(told(require(caller, id)));
    }

    /** @throws ProblemException for one that is not there, or not the caller's */
    public Job require(Caller caller, String id) {
        return jobs.find(caller.realm(), id)
                .filter(job -> caller.has(Role.MANAGE_JOBS) || job.caller().equals(caller.client()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such job."));
    }

    /** Where it is asked for. */
    public String location(Job job) {
        return publicUrl + "/v1/" + job.realm() + "/jobs/" + job.id();
    }

    /** How far it is. */
    public ObjectNode told(Job job) {
        ObjectNode told = json.createObjectNode();
        told.put("id", job.id());
        told.put("kind", lower(job.kind()));
        told.put("state", job.state() == Job.State.FILLING ? "running" : lower(job.state()));
        told.put("total", job.total());
        told.put("done", job.done());
        told.put("failed", job.failed());
        told.put("setAside", job.dead());
        told.put("cancelled", job.cancelled());
        told.put("createdAt", job.createdAt());
        if (job.finishedAt() != null) told.put("finishedAt", job.finishedAt());
        told.put("results", location(job) + "/results");
        return told;
    }

    /** What came of one project. */
    public ObjectNode told(Command command) {
        ObjectNode told = json.createObjectNode();
        told.put("index", command.seq());
        if (command.externalId() != null) told.put("externalId", command.externalId());
        told.put("state", command.state() == Command.State.DEAD ? "set_aside" : lower(command.state()));
        if (command.result() != null) told.set("result", tree(command.result()));
        if (command.problemType() != null) {
            told.putObject("problem").put("type", command.problemType()).put("detail", command.problemDetail());
        }
        return told;
    }

    /** The first and only one of a job with one project. */
    public Command only(Job job) {
        return commands.list(job.id(), null, 0, 1).get(0);
    }

    public Job again(Job job) {
        return jobs.find(job.realm(), job.id()).orElse(job);
    }

    JsonNode tree(String written) {
        try {
            return json.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * How long a page is to be.
     *
     * @throws ProblemException for what is no number of that kind
     */
    public static int size(String text) {
        if (text == null) return PAGE;
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 1000) {
            throw ProblemException.invalid("/max", "From 1 to 1000.");
        }
        return Integer.parseInt(text);
    }

    private static int place(String text) {
        if (text == null) return 0;
        if (!text.matches("\\d{1,8}")) throw ProblemException.invalid("/after", "Not the next of a page.");
        return Integer.parseInt(text);
    }

    private static Command.State state(String text) {
        if (text == null) return null;
        for (Command.State state : Command.State.values()) {
            String name = state == Command.State.DEAD ? "set_aside" : lower(state);
            if (name.equals(text)) return state;
        }
        throw ProblemException.invalid("/state", "One of waiting, done, failed, set_aside and cancelled.");
    }
}
