package dev.clientportal.connectors.csvimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clientportal.connectors.csvimport.ImportStore.RefusedLine;
import dev.clientportal.connectors.jobs.Command;
import dev.clientportal.connectors.jobs.CommandStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/**
 * Why projects were not done whose rows are good: what Keycloak said in the dry run, and what became of their commands.
 * Asked in the order of the file, in which all of them are kept.
 */
final class Refusals implements Function<PlannedProject, String> {
    private static final int PAGE = 200;

    private final ImportStore store;
    private final CommandStore commands;
    private final ObjectMapper json;
    private final Import ofImport;
    private final Deque<RefusedLine> lines = new ArrayDeque<>();
    private final Deque<Command> failed = new ArrayDeque<>();
    private long lastLine;
    private int nextSeq;
    private boolean noMoreLines;
    private boolean noMoreFailed;

    Refusals(ImportStore store, CommandStore commands, ObjectMapper json, Import ofImport) {
        this.store = store;
        this.commands = commands;
        this.json = json;
        this.ofImport = ofImport;
        this.noMoreFailed = ofImport.jobId() == null;
    }

    @Override
    public String apply(PlannedProject project) {
        RefusedLine line = line();
        if (line != null && line.line() == project.line()) {
            lines.remove();
            return read(line.error()).said();
        }
        Command command = failed();
        if (command != null && command.externalId().equals(project.project().externalId())) {
            failed.remove();
            return said(command);
        }
        return null;
    }

    private RefusedLine line() {
        if (lines.isEmpty() && !noMoreLines) {
            List<RefusedLine> page = store.errors(ofImport.id(), lastLine, PAGE);
            noMoreLines = page.size() < PAGE;
            lines.addAll(page);
            if (!page.isEmpty()) lastLine = page.get(page.size() - 1).line();
        }
        return lines.peek();
    }

    private Command failed() {
        while (failed.isEmpty() && !noMoreFailed) {
            List<Command> page = commands.list(ofImport.jobId(), null, nextSeq, PAGE);
            noMoreFailed = page.size() < PAGE;
            page.stream().filter(Refusals::isUndone).forEach(failed::add);
            if (!page.isEmpty()) nextSeq = page.get(page.size() - 1).seq() + 1;
        }
        return failed.peek();
    }

    private static boolean isUndone(Command command) {
        return switch (command.state()) {
            case FAILED, DEAD, CANCELLED -> true;
            case DONE, WAITING -> false;
        };
    }

    private static String said(Command command) {
        return command.problemDetail() == null ? "The import was cancelled before this." : command.problemDetail();
    }

    private RowError read(String error) {
        try {
            return json.readValue(error, RowError.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
