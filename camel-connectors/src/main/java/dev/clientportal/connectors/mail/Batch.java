package dev.clientportal.connectors.mail;

import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.List;

/** The mails of one lease, which one thread sends. Once the mail server fails, or the connectors stop, the rest of them is given back untried. */
public final class Batch {
    private static final int TELL_SIZE = 20;
    private static final long TELL_NANOS = 500_000_000;

    private final String realm;
    private final String lease;
    private final List<LeasedMail> mails;
    private final boolean more;
    private final Span span;
    private final List<Outcome> untold = new ArrayList<>();
    private long untoldSince;
    private boolean brokenOff;

    /** @param span of all that is done with it, which has begun */
    Batch(String realm, String lease, List<LeasedMail> mails, boolean more, Span span) {
        this.realm = realm;
        this.lease = lease;
        this.mails = List.copyOf(mails);
        this.more = more;
        this.span = span;
    }

    String realm() {
        return realm;
    }

    String lease() {
        return lease;
    }

    /** Whether others were due as well. After a failure of the mail server it is given a rest. */
    boolean hasMore() {
        return more && !brokenOff;
    }

    List<Parcel> parcels() {
        return mails.stream().map(mail -> new Parcel(this, mail)).toList();
    }

    void add(Outcome outcome) {
        if (untold.isEmpty()) untoldSince = System.nanoTime();
        untold.add(outcome);
    }

    /** What a crash makes go out twice is what was not told yet: few, and not for long. */
    boolean isToBeTold() {
        return untold.size() >= TELL_SIZE || System.nanoTime() - untoldSince >= TELL_NANOS;
    }

    List<Outcome> takeUntold() {
        List<Outcome> taken = List.copyOf(untold);
        untold.clear();
        return taken;
    }

    void breakOff() {
        brokenOff = true;
    }

    boolean isBrokenOff() {
        return brokenOff;
    }

    /** A span that is never ended is told to nobody: there is one each second in which nothing is due. */
    void end() {
        if (!mails.isEmpty()) span.end();
    }

    /** One mail on its way. */
    record Parcel(Batch batch, LeasedMail mail) {}
}
