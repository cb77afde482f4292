package dev.clientportal.portal.message;

import dev.clientportal.portal.signin.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What the navigation says about messages. */
@Named
@RequestScoped
public class Unread {
    private final Visit visit;
    private final Messages messages;
    private String count;

    Unread(Visit visit, Messages messages) {
        this.visit = visit;
        this.messages = messages;
    }

    /** How many of the firm's messages the contact has not read; empty for none. */
    public String count() {
        if (count == null) {
            int unread = messages.unreadByContact(visit.companyKey(), visit.userId());
            count = unread == 0 ? "" : Integer.toString(unread);
        }
        return count;
    }
}
