package dev.clientportal.portal.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say, in English; the other languages are in {@code messages/}. */
@MessageBundle
public interface Messages {
    @Message("Language")
    String languageLabel();

    @Message("Change")
    String languageChange();

    @Message("Menu")
    String menu();

    @Message("Switch company")
    String menuCompanies();

    @Message("Portal")
    String navLabel();

    @Message("Home")
    String navHome();

    @Message("Tasks")
    String navTasks();

    @Message("Projects")
    String navProjects();

    @Message("More")
    String more();

    @Message("About the portal")
    String menuWelcome();

    @Message("Sign out")
    String signOut();

    @Message("Skip to the content")
    String skip();

    @Message("Powered by Client Portal")
    String poweredBy();

    @Message("Need help?")
    String needHelp();

    @Message("Hello, {name}")
    String homeGreeting(String name);

    @Message("Nothing to do right now")
    String homeEmptyTitle();

    @Message("What {firm} shares with {company} will be here.")
    String homeEmptyText(String firm, String company);

    @Message("Preview: this is what a new contact of yours will see. Its links lead nowhere.")
    String preview();

    @Message("Back to the staff area")
    String previewBack();

    @Message("Alex Example")
    String previewContact();

    @Message("Example Company")
    String previewCompany();

    @Message("Your companies")
    String companiesTitle();

    @Message("Choose where you want to go.")
    String companiesLead();

    @Message("You are here")
    String companiesHere();

    @Message("Back")
    String companiesBack();

    @Message("{company} is closed to you")
    String closedTitle(String company);

    @Message("The portal of {company} is not open at the moment. Nothing in it is lost.")
    String closedPortal(String company);

    @Message("Your access to {company} has ended. Ask {firm} if you think that is a mistake.")
    String closedContact(String company, String firm);

    @Message("You can go to another company:")
    String closedOthers();

    @Message("Try again")
    String closedRetry();

    @Message("The portal is closed")
    String closedFirmTitle();

    @Message("The portal of {firm} is not open at the moment. Nothing in it is lost.")
    String closedFirmText(String firm);

    @Message("You are signed out")
    String signedOutTitle();

    @Message("You can close this page.")
    String signedOutText();

    @Message("Sign in")
    String signIn();

    @Message("You are not signed in")
    String notSignedInTitle();

    @Message("This sign-in was not begun in this browser, or too long ago.")
    String notSignedInUnknown();

    @Message("This sign-in is over. Begin again: you may still be signed in.")
    String notSignedInOver();

    @Message("The sign-in was not finished.")
    String notSignedInDenied();

    @Message("Something went wrong while you signed in. Try again in a moment.")
    String notSignedInFailed();

    @Message("This page does not exist")
    String failureNotFound();

    @Message("Check the address, or go to your portal.")
    String failureNotFoundText();

    @Message("One moment, please")
    String failureAway();

    @Message("The portal cannot be reached right now. Nothing is lost; try again in a minute.")
    String failureAwayText();

    @Message("That went wrong on our side")
    String failureOurs();

    @Message("Go back and try again. If it goes wrong again, tell the firm what you wanted to do, and when.")
    String failureOursText();

    @Message("This cannot be done")
    String failureRefused();

    @Message("Go back and try again.")
    String failureRefusedText();

    @Message("To the portal")
    String toPortal();
}
