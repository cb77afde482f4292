package dev.clientportal.bench;

import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.stack.LocalStack;
import dev.clientportal.stack.ProviderJars;
import java.nio.file.Path;

/** Starts a system of its own, without limits on mails, and prints the figures of {@code bench/README.md}. */
public final class Bench {
    private static final String LIMITS = "--spi-client-portal-limits--database--";

    private Bench() {}

    public static void main(String[] args) throws InterruptedException {
        try (LocalStack stack = LocalStack.builder()
                .dataDir(Path.of(System.getProperty("client-portal.stack.dir", "target/stack")))
                .fresh(true)
                .extraProviders(ProviderJars.named("test-support"))
                .serverOptions(
                        LIMITS + "mail-pause-seconds=0",
                        LIMITS + "mails-per-hour=1000",
                        LIMITS + "mails-per-day=10000",
                        LIMITS + "requests-per-hour-and-ip=100000",
                        LIMITS + "verifications-per-minute-and-ip=100000")
                .build()) {
            Stack.replace(stack.start());
            Portal.open();
            new LoginCost().print();
            new SlowMailServer(stack.mailServer()).print();
        }
    }
}
