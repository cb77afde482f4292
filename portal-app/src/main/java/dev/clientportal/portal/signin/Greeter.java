package dev.clientportal.portal.signin;

import dev.clientportal.portal.audit.Actor;
import dev.clientportal.portal.company.CompanyKey;
import dev.clientportal.portal.firm.Firm;

/** Receives a contact who was invited with a welcome and has not had it. */
public interface Greeter {
    /** @return false for one who was received before, on whatever device */
    boolean greet(Firm firm, CompanyKey company, Actor contact, String accessToken);
}
