package dev.clientportal.portal.staff;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the staff's pages say, in English; the other languages are in {@code messages/}. */
@MessageBundle("staff")
public interface StaffMessages {
    @Message("Staff")
    String staff();

    @Message("Staff area")
    String nav();

    @Message("See the portal as contacts do")
    String preview();

    @Message("{firm}’s portal is not active: no contact can sign in at the moment.")
    String firmClosed(String firm);

    @Message("You cannot enter the staff area")
    String noStaffTitle();

    @Message(
            "You are signed in as {account}, and this account does not belong to {firm}’s staff. If it should, ask the "
                    + "person who runs your Keycloak to give it the role portal-staff, then try again.")
    String noStaffText(String account, String firm);

    @Message("Or sign out, and sign in with another account.")
    String noStaffOther();

    @Message("Try again")
    String tryAgain();

    @Message("Companies")
    String companies();

    @Message("Search")
    String search();

    @Message("Name begins with")
    String companySearch();

    @Message("Name or address begins with")
    String contactSearch();

    @Message("Show all")
    String all();

    @Message("Portal open")
    String open();

    @Message("Portal not open")
    String closed();

    @Message("Contacts with access can sign in.")
    String openText();

    @Message("Its portal was not activated: no contact can sign in to this company. What there is, is kept.")
    String closedText();

    @Message("The company is switched off in Keycloak: no contact can sign in to it. What there is, is kept.")
    String offText();

    @Message("Nothing found")
    String foundNone();

    @Message("No company’s name begins with “{words}”.")
    String foundNoCompany(String words);

    @Message("No contact’s name or address begins with “{words}”.")
    String foundNoContact(String words);

    @Message("No companies to see")
    String noCompanies();

    @Message("There are none yet, or your account may see none. The person who runs your Keycloak can change that.")
    String noCompaniesText();

    @Message("No contacts to see")
    String noContacts();

    @Message("The company has none yet, or your account may see none of them.")
    String noContactsText();

    @Message("None so far")
    String noneYet();

    @Message("There is more to look through.")
    String noneYetText();

    @Message("Pages")
    String pages();

    @Message("More")
    String more();

    @Message("First page")
    String first();

    @Message("Contacts")
    String contacts();

    @Message("Has access")
    String accessOpen();

    @Message("No access yet")
    String accessNone();

    @Message("Access after a new invitation")
    String accessWaits();

    @Message("Access switched off")
    String accessDisabled();

    @Message("Blocked")
    String accessBlocked();

    @Message("Account switched off")
    String accessOff();
}
