package dev.clientportal.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The server's JVM, started without {@code kc.sh}: the script stays as a parent process, and a signal to it does not
 * always reach Java. The command line is the script's.
 */
final class ServerProcess {
    private static final int STOP_SECONDS = 15;

    private final Process process;

    private final PidFile pidFile;

    private ServerProcess(Process process, PidFile pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    static void build(Path home, List<String> options, Path log) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(options);
        int status = run(home, arguments, Map.of(), log, null).process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("Keycloak's build failed:\n" + tail(log));
        }
    }

    static ServerProcess start(
            Path home, List<String> options, Map<String, String> environment, Path log, PidFile pidFile)
            throws IOException {
        var arguments = new ArrayList<>(List.of("start", "--optimized"));
        arguments.addAll(options);
        return run(home, arguments, environment, log, pidFile);
    }

    private static ServerProcess run(
            Path home, List<String> arguments, Map<String, String> environment, Path log, PidFile pidFile)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx1g",
                "-XX:MetaspaceSize=96M",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return run(command, environment, log, pidFile);
    }

    /** Any other Java program of the system. */
    static ServerProcess java(List<String> arguments, Path log, PidFile pidFile) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return run(command, Map.of(), log, pidFile);
    }

    private static ServerProcess run(
            List<String> command, Map<String, String> environment, Path log, PidFile pidFileOrNull) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Settings of another Keycloak on this machine are not meant for this one.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        ServerProcess started = new ServerProcess(builder.start(), pidFileOrNull);
        if (pidFileOrNull != null) {
            pidFileOrNull.write(started.pid());
        }
        return started;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop() {
        process.destroy();
        if (!hasEnded()) {
            kill();
        }
        pidFile.delete();
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String tail(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
