package dev.clientportal.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** The firm's mails that wait. */
public final class Queue {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Queue() {}

    /**
     * Waits until all that is due was handed over: what one test asked for is not to meet a mail server that the next one
     * has stopped. A mail waits until the mail server has said that it took it, so no connection is in use then either.
     */
    public static void awaitNothingDue() {
        await("nothing due in the queue").atMost(PATIENCE).until(() -> TestSupport.select(
                        "SELECT ID FROM CP_MAIL WHERE STATE = 'QUEUED' AND DUE_AT <= " + TestSupport.now()
                                + " AND REALM_ID = (SELECT ID FROM REALM WHERE NAME = 'northwind')")
                .isEmpty());
    }
}
