package dev.clientportal.bench;

import dev.clientportal.e2e.TestSupport;

/** What the server's process spends, in all of its threads. */
final class Cpu {
    private Cpu() {}

    interface Work {
        void run() throws InterruptedException;
    }

    /** What the mail worker does for the work counts, as far as it comes before the end of it. */
    static double millis(Work work) throws InterruptedException {
        long before = TestSupport.cpuTime().toNanos();
        work.run();
        return (TestSupport.cpuTime().toNanos() - before) / 1e6;
    }
}
