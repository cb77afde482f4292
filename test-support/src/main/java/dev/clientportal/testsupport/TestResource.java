package dev.clientportal.testsupport;

import com.sun.management.OperatingSystemMXBean;
import dev.clientportal.keycloak.cleanup.Cleanup;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.TimerProvider;
import org.keycloak.timer.TimerProvider.TimerTaskContext;

/** What a test cannot see or do from outside. */
@Produces(MediaType.APPLICATION_JSON)
public final class TestResource {
    private static final Map<String, TimerTaskContext> PAUSED = new ConcurrentHashMap<>();

    private final KeycloakSession session;

    TestResource(KeycloakSession session) {
        this.session = session;
    }

    /** Keycloak's clock; the caches of Infinispan keep their own. */
    @POST
    @Path("time-offset")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Integer> moveClock(Map<String, Integer> body) {
        Time.setOffset(body.get("seconds"));
        return clock();
    }

    @DELETE
    @Path("time-offset")
    public Map<String, Integer> resetClock() {
        Time.setOffset(0);
        return clock();
    }

    @GET
    @Path("time-offset")
    public Map<String, Integer> clock() {
        return Map.of("seconds", Time.getOffset());
    }

    /** Begins to keep the SQL statements that requests make; forgets those before. */
    @POST
    @Path("statements")
    public void keepStatements() {
        KeptStatements.begin();
    }

    /** The SQL statements of requests since {@link #keepStatements}, in order. */
    @GET
    @Path("statements")
    public List<String> statements() {
        return KeptStatements.end();
    }

    /** Runs now what the server would run later, as its timer does; the timer goes on, or rests, as before. */
    @POST
    @Path("timers/{name}")
    public void run(@PathParam("name") String name) {
        TimerTaskContext task = PAUSED.getOrDefault(name, timers().getTasks().get(name));
        if (task == null) {
            throw new NotFoundException();
        }
        task.getRunnable().run();
    }

    /** The timer rests until {@link #resume}. */
    @DELETE
    @Path("timers/{name}")
    public void pause(@PathParam("name") String name) {
        TimerTaskContext task = timers().cancelTask(name);
        if (task == null) {
            throw new NotFoundException();
        }
        PAUSED.put(name, task);
    }

    @PUT
    @Path("timers/{name}")
    public void resume(@PathParam("name") String name) {
        TimerTaskContext task = PAUSED.remove(name);
        if (task == null) {
            throw new NotFoundException();
        }
        timers().schedule(task.getRunnable(), task.getIntervalMillis(), name);
    }

    /** A whole clean-up; returns when it is done, which the timer's does not. */
    @POST
    @Path("clean-up")
    public Map<String, Integer> cleanUp() {
        return Map.of("removed", session.getProvider(Cleanup.class).run());
    }

    /** The rows of one SELECT, each a map of column names in lower case. */
    @POST
    @Path("sql")
    @Consumes(MediaType.TEXT_PLAIN)
    public List<Map<String, String>> select(String sql) {
        return new SelectStatement(sql).rows(jpa());
    }

    @GET
    @Path("cpu")
    public Map<String, Long> cpu() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Map.of("nanos", system.getProcessCpuTime());
    }

    /** What the threads that live now and whose names begin so have spent, in nanoseconds. */
    @GET
    @Path("cpu/{threads}")
    public Map<String, Long> cpuOfThreads(@PathParam("threads") String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith(name))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
        return Map.of("nanos", nanos);
    }

    @GET
    @Path("memory")
    public Map<String, Long> memory() {
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return Map.of("heapUsed", heap.getUsed(), "heapCommitted", heap.getCommitted());
    }

    private TimerProvider timers() {
        return session.getProvider(TimerProvider.class);
    }

    private JpaConnectionProvider jpa() {
        return session.getProvider(JpaConnectionProvider.class);
    }
}
