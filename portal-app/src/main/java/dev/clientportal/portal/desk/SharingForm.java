package dev.clientportal.portal.desk;

import dev.clientportal.portal.page.Words;
import jakarta.ws.rs.FormParam;
import java.util.List;

/** The part of a form in which staff choose who shall see something, and look for contacts to choose. */
public class SharingForm {
    @FormParam("share")
    public String share;

    @FormParam("contact")
    public List<String> contacts;

    /** The words in the field. */
    @FormParam("find")
    public String find;

    /** The words whose contacts the form shows. */
    @FormParam("found")
    public String found;

    @FormParam("do")
    public String pressed;

    /** Words that were not looked for yet are: Enter in their field presses another button than theirs. */
    Sharing sharing() {
        Words words = Words.of(find);
        boolean looks = "find".equals(pressed) || !words.equals(Words.of(found));
        return Sharing.of(looks ? "contacts" : share, contacts, words, looks);
    }
}
