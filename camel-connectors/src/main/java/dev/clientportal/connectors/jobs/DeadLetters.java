package dev.clientportal.connectors.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Commands that were set aside: looked at, and sent again, one by one. */
public final class DeadLetters {
    private final CommandStore commands;
    private final Feeder feeder;
    private final Jobs jobs;
    private final ObjectMapper json;

    public DeadLetters(CommandStore commands, Feeder feeder, Jobs jobs, ObjectMapper json) {
        this.commands = commands;
        this.feeder = feeder;
        this.jobs = jobs;
        this.json = json;
    }

    /** Of the realm, the longest there first. */
    public Answer list(
            @ExchangeProperty(Door.CALLER) Caller caller, @Header("after") String after, @Header("max") String max) {
        int size = Jobs.size(max);
        List<Command> page = commands.setAside(caller.realm(), JobCursor.parse(after), size + 1);
        ObjectNode told = json.createObjectNode();
        ArrayNode items = told.putArray("items");
        page.stream().limit(size).map(this::told).forEach(items::add);
        if (page.size() > size) {
            Command last = page.get(size - 1);
            told.put("next", new JobCursor(last.finishedAt(), last.id()).toString());
        }
        return Answer.ok(told);
    }

    public Answer read(@ExchangeProperty(Door.CALLER) Caller caller, @Header("letter") String id) {
        Command command = require(caller, id);
        ObjectNode told = told(command);
        told.set("command", jobs.tree(command.body()));
        return Answer.ok(told);
    }

    /** Sends it again, at the end of its company's queue. Its place there is kept in the database until then. */
    public Answer replay(@ExchangeProperty(Door.CALLER) Caller caller, @Header("letter") String id) {
        Command command = require(caller, id);
        if (!commands.revive(command)) throw noSuch();
        feeder.replaySoon();
        return Answer.of(202, json.createObjectNode().put("id", id).put("state", "waiting"));
    }

    private Command require(Caller caller, String id) {
        return commands.find(id)
                .filter(found -> found.realm().equals(caller.realm()) && found.state() == Command.State.DEAD)
                .orElseThrow(DeadLetters::noSuch);
    }

    private static ProblemException noSuch() {
        return new ProblemException(Problem.NOT_FOUND, "There is no such dead letter.");
    }

    private ObjectNode told(Command command) {
        ObjectNode told = json.createObjectNode();
        told.put("id", command.id());
        told.put("job", command.jobId());
        told.put("setAsideAt", command.finishedAt());
        return told.put("reason", command.problemDetail());
    }
}
