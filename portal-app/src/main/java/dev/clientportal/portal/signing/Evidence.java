package dev.clientportal.portal.signing;

import java.util.List;

/**
 * What the page behind a signed document says, in the signer's words and in this order.
 *
 * @param language of all the texts, as in BCP 47
 * @param documentTitle what a reader of the file has in its title bar
 */
record Evidence(String language, String documentTitle, String heading, List<Fact> facts, List<String> notes) {
    /** One thing that the page vouches for. */
    record Fact(String label, String value) {}
}
