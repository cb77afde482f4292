package dev.clientportal.portal.notification;

import java.time.Duration;

/** Keycloak does not take it. */
final class UndeliveredException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean forGood;
    private final Duration wait;

    private UndeliveredException(String reason, boolean forGood, Duration wait) {
        super(reason);
        this.forGood = forGood;
        this.wait = wait;
    }

    static UndeliveredException forGood(String reason) {
        return new UndeliveredException(reason, true, Duration.ZERO);
    }

    /** @param wait for how long Keycloak does not want to be asked again */
    static UndeliveredException forNow(String reason, Duration wait) {
        return new UndeliveredException(reason, false, wait);
    }

    boolean isForGood() {
        return forGood;
    }

    Duration pause() {
        return wait;
    }
}
