package dev.clientportal.connectors.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of one mail. What a failure means is Keycloak's to judge.
 *
 * @param step where it failed; null unless it did
 * @param reply the codes of the mail server's reply; null without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(@JsonIgnore Batch batch, String mail, Kind outcome, SmtpReply.Step step, String reply) {
    enum Kind {
        SENT,
        FAILED,
        UNTRIED
    }

    static Outcome sent(Batch.Parcel parcel) {
        return new Outcome(parcel.batch(), parcel.mail().id(), Kind.SENT, null, null);
    }

    static Outcome untried(Batch.Parcel parcel) {
        return new Outcome(parcel.batch(), parcel.mail().id(), Kind.UNTRIED, null, null);
    }

    static Outcome failed(Batch.Parcel parcel, SmtpReply reply) {
        return new Outcome(parcel.batch(), parcel.mail().id(), Kind.FAILED, reply.step(), reply.codes());
    }
}
