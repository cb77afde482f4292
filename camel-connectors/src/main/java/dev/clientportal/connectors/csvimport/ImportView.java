package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clientportal.connectors.csvimport.Import.State;
import dev.clientportal.connectors.jobs.Job;
import dev.clientportal.connectors.jobs.JobCursor;
import dev.clientportal.connectors.jobs.JobStore;
import dev.clientportal.connectors.jobs.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What callers are told of an import. */
final class ImportView {
    private final JobStore jobStore;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;
    private final String publicUrl;

    ImportView(JobStore jobStore, Jobs jobs, ObjectMapper json, Clock clock, String publicUrl) {
        this.jobStore = jobStore;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    String location(Import one) {
        return publicUrl + "/v1/" + one.realm() + "/imports/" + one.id();
    }

    ObjectNode told(Import one) {
        Job job = one.jobId() == null
                ? null
                : jobStore.find(one.realm(), one.jobId()).orElse(null);
        ObjectNode told = essence(one, job);
        if (!one.state().rests()) {
            ObjectNode progress = told.putObject("progress");
            progress.put("rowsRead", one.rowsRead());
            if (one.totalRows() > 0) progress.put("rows", one.totalRows());
        }
        if (one.problem() != null) told.set("problem", tree(one.problem()));
        if (one.plan() != null) {
            ObjectNode plan = (ObjectNode) tree(one.plan());
            plan.remove("digest");
            told.set("plan", plan.put("hash", one.planHash()));
        }
        if (job != null) told.set("job", told(job));
        if (one.plan() != null) told.put("errorFile", location(one) + "/errors.csv");
        return told;
    }

    /**
     * One page of imports: of each the essence, neither plan nor errors.
     *
     * @param found one more than the page has, if there are more
     */
    ObjectNode told(String realm, List<Import> found, int size) {
        List<Import> page = found.subList(0, Math.min(size, found.size()));
        List<String> ids =
                page.stream().map(Import::jobId).filter(Objects::nonNull).toList();
        Map<String, Job> known =
                jobStore.find(realm, ids).stream().collect(Collectors.toMap(Job::id, Function.identity()));
        ObjectNode told = json.createObjectNode();
        ArrayNode items = told.putArray("items");
        for (Import one : page) {
            Job job = one.jobId() == null ? null : known.get(one.jobId());
            ObjectNode item = essence(one, job);
            if (job != null) item.set("job", jobs.told(job));
            items.add(item);
        }
        if (found.size() > size) {
            Import last = page.get(size - 1);
            told.put("next", new JobCursor(last.createdAt(), last.id()).toString());
        }
        return told;
    }

    JsonNode told(ErrorRows rows) {
        return json.valueToTree(rows);
    }

    private ObjectNode essence(Import one, Job job) {
        ObjectNode told = json.createObjectNode();
        told.put("id", one.id());
        told.put("state", state(one, job));
        if (one.fileName() != null) told.put("fileName", one.fileName());
        told.put("caller", one.caller());
        told.put("bytes", one.size());
        told.put("createdAt", one.createdAt());
        return told;
    }

    /** Whether nothing changes any more until somebody does something. */
    boolean rests(Import one) {
        if (!one.state().rests()) return false;
        return one.jobId() == null
                || jobStore.find(one.realm(), one.jobId()).map(Job::isFinished).orElse(true);
    }

    private static String state(Import one, Job job) {
        if (one.state() != State.COMMITTED || job == null)
            return one.state().name().toLowerCase(Locale.ROOT);
        if (!job.isFinished()) return "running";
        return job.state() == Job.State.CANCELLED ? "cancelled" : "done";
    }

    private ObjectNode told(Job job) {
        ObjectNode told = jobs.told(job);
        long settled = (long) job.done() + job.failed() + job.dead() + job.cancelled();
        long until = job.isFinished() ? job.finishedAt() : clock.millis();
        double seconds = Math.max(1, until - job.createdAt()) / 1000.0;
        double rate = settled / seconds;
        told.put("remaining", job.total() - settled);
        told.put("perSecond", Math.round(rate * 10) / 10.0);
        if (!job.isFinished() && settled > 0) {
            told.put("remainingSeconds", (long) Math.ceil((job.total() - settled) / rate));
        }
        return told;
    }

    private JsonNode tree(String written) {
        try {
            return json.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
