package dev.clientportal.connectors.mail;

import java.util.List;

/** The mails of one lease. Once the mail server fails, or the connectors stop, the rest of them is given back untried. */
public final class Batch {
    private final String realm;
    private final String lease;
    private final List<LeasedMail> mails;
    private final boolean more;
    private volatile boolean brokenOff;

    Batch(String realm, String lease, List<LeasedMail> mails, boolean more) {
        this.realm = realm;
        this.lease = lease;
        this.mails = List.copyOf(mails);
        this.more = more;
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

    void breakOff() {
        brokenOff = true;
    }

    boolean isBrokenOff() {
        return brokenOff;
    }

    /** One mail on its way. */
    record Parcel(Batch batch, LeasedMail mail) {}
}
