package dev.clientportal.connectors.mail;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * The door of the mailbox: no header of a received mail becomes one of Camel's, by whose headers its components are steered.
 * What is needed of a mail is read from the mail.
 */
final class NoHeaders implements HeaderFilterStrategy {
    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
