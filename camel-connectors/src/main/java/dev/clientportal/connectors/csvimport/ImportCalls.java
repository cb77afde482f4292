package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.door.Answer;
import dev.clientportal.connectors.door.Caller;
import dev.clientportal.connectors.door.Door;
import dev.clientportal.connectors.door.JsonBody;
import dev.clientportal.connectors.door.Problem;
import dev.clientportal.connectors.door.ProblemException;
import dev.clientportal.connectors.door.Role;
import dev.clientportal.connectors.jobs.JobCursor;
import dev.clientportal.connectors.jobs.Jobs;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.component.platform.http.vertx.HttpMessage;

/** What is done with an import. A client sees its own; who may manage jobs sees all of the realm's. */
public final class ImportCalls {
    private static final int LISTENERS = 16;
    private static final int ROWS = 100;
    private static final String CSV = "text/csv; charset=utf-8; header=present";

    private final ImportStore store;
    private final ImportFiles files;
    private final ImportView view;
    private final ImportWaiting waiting;
    private final Jobs jobs;
    private final JsonBody bodies;
    private final Semaphore listeners = new Semaphore(LISTENERS);

    ImportCalls(
            ImportStore store, ImportFiles files, ImportView view, ImportWaiting waiting, Jobs jobs, JsonBody bodies) {
        this.store = store;
        this.files = files;
        this.view = view;
        this.waiting = waiting;
        this.jobs = jobs;
        this.bodies = bodies;
    }

    public Answer template() {
        return csv(Template.text(), "projects.csv");
    }

    /** Newest first. */
    public Answer list(
            @ExchangeProperty(Door.CALLER) Caller caller, @Header("after") String after, @Header("max") String max) {
        int size = Jobs.size(max);
        String only = caller.has(Role.MANAGE_JOBS) ? null : caller.client();
        List<Import> page = store.list(caller.realm(), only, JobCursor.parse(after), size + 1);
        return Answer.ok(view.told(caller.realm(), page, size));
    }

    public Answer read(@ExchangeProperty(Door.CALLER) Caller caller, @Header("import") String id) {
        return Answer.ok(view.told(require(caller, id)));
    }

    /** 202: the job has begun, or is about to. */
    public Answer commit(@ExchangeProperty(Door.CALLER) Caller caller, @Header("import") String id, @Body byte[] body) {
        Import one = require(caller, id);
        String hash = planHash(body);
        if (one.state() == State.PLANNED && !hash.equals(one.planHash())) throw changed();
        if (!store.commit(one.id(), hash)) {
            Import now = require(caller, id);
            boolean same = hash.equals(now.planHash());
            if (now.state() == State.PLANNED && !same) throw changed();
            // The same call again, whose first answer was lost, gets the same answer.
            boolean begun = now.state() == State.CHECKING || now.state() == State.FILLING || now.jobId() != null;
            if (!same || !begun) {
                throw new ProblemException(Problem.NOT_POSSIBLE_NOW, "The import is not one that waits for this.");
            }
        }
        Import now = waiting.untilRests(one.realm(), one.id());
        if (now.state() == State.PLANNED) throw changed();
        return Answer.of(202, view.told(now)).with("Location", view.location(now));
    }

    private String planHash(byte[] body) {
        String hash = bodies.read(body).path("plan").asText();
        if (!hash.isEmpty()) return hash;
        throw ProblemException.invalid("/plan", "Name the hash of the plan.");
    }

    private static ProblemException changed() {
        return new ProblemException(
                Problem.PLAN_CHANGED,
                "What would happen is not what that plan says. Read the import for its plan now.");
    }

    public Answer cancel(@ExchangeProperty(Door.CALLER) Caller caller, @Header("import") String id) {
        Import one = require(caller, id);
        if (one.jobId() != null) {
            jobs.cancel(caller, one.jobId());
        } else if (one.state() == State.UPLOADING || one.state() == State.UNREADABLE || !store.cancel(one)) {
            Import now = require(caller, id);
            // It may have begun in this moment.
            if (now.jobId() == null) throw new ProblemException(Problem.NOT_POSSIBLE_NOW, "The import has ended.");
            jobs.cancel(caller, now.jobId());
        }
        return Answer.ok(view.told(require(caller, id)));
    }

    public Answer errors(@ExchangeProperty(Door.CALLER) Caller caller, @Header("import") String id) throws IOException {
        return csv(files.errors(planned(caller, id)), "errors.csv");
    }

    /** The first rows that were not done. */
    public Answer rows(@ExchangeProperty(Door.CALLER) Caller caller, @Header("import") String id) throws IOException {
        return Answer.ok(view.told(files.errorRows(planned(caller, id), ROWS)));
    }

    private Import planned(Caller caller, String id) {
        Import one = require(caller, id);
        if (one.plan() == null) {
            throw new ProblemException(Problem.NOT_POSSIBLE_NOW, "There is no plan, and so no list of errors.");
        }
        return one;
    }

    private static Answer csv(Object body, String name) {
        return Answer.ok(body)
                .with("Content-Type", CSV)
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    public Answer events(@ExchangeProperty(Door.CALLER) Caller caller, @Header("import") String id, Exchange exchange) {
        Import one = require(caller, id);
        if (!listeners.tryAcquire()) {
            throw ProblemException.later(
                    Problem.UNAVAILABLE, "Too many listen already; ask for the import instead.", 10);
        }
        HttpMessage call = exchange.getMessage(HttpMessage.class);
        ProgressEvents events = new ProgressEvents(
                () -> view.told(require(caller, one.id())).toString(),
                () -> view.rests(require(caller, one.id())),
                () -> call.getResponse() == null || call.getResponse().closed(),
                listeners::release);
        return Answer.ok(events).with("Content-Type", "text/event-stream");
    }

    private Import require(Caller caller, String id) {
        return store.find(caller.realm(), id)
                .filter(one -> caller.has(Role.MANAGE_JOBS) || one.caller().equals(caller.client()))
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND, "There is no such import."));
    }
}
