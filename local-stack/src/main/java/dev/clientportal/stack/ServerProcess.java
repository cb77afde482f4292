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

    private ServerProcess(Process process) {
        this.process = process;
    }

    static void build(Path home, List<String> options, Path log) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(options);
        int status = run(home, arguments, Map.of(), log).process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("Keycloak's build failed:\n" + tail(log));
        }
    }

    static ServerProcess start(Path home, List<String> options, Map<String, String> environment, Path log)
            throws IOException {
        var arguments = new ArrayList<>(List.of("start", "--optimized"));
        arguments.addAll(options);
        return run(home, arguments, environment, log);
    }

    private static ServerProcess run(Path home, List<String> arguments, Map<String, String> environment, Path log)
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
        return run(command, environment, log);
    }

    /** Any other Java program of the system. */
    static ServerProcess java(List<String> arguments, Path log) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return run(command, Map.of(), log);
    }

    private static ServerProcess run(List<String> command, Map<String, String> environment, Path log)
            throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Settings of another Keycloak on this machine are not meant for this one.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void stop() {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a server that an earlier, killed run of ours left behind on the same data; the mark is in its command line. */
    static void endLeftOver(Path pidFile, String mark) throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        ProcessHandle.of(Long.parseLong(Files.readString(pidFile).trim()))
                .filter(handle -> handle.info().commandLine().orElse("").contains(mark))
                .ifPresent(handle -> {
                    handle.destroyForcibly();
                    handle.onExit().join();
                });
        Files.delete(pidFile);
    }

    static String tail(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}
