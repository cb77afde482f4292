package dev.clientportal.portal.signing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say about signatures, and the page of evidence. */
@MessageBundle("signing")
public interface SigningMessages {
    @Message("Sign: {task}")
    String title(String task);

    @Message("The document is not here yet")
    String missing();

    @Message("{firm} has not put a document here. Come back later, or ask in the task.")
    String missingText(String firm);

    @Message("This document cannot be signed here. Please tell {firm}.")
    String unfit(String firm);

    @Message("1. Read the document")
    String readTitle();

    @Message("Open the document")
    String open();

    @Message("opens in a new tab")
    String newTab();

    @Message("2. Sign")
    String signTitle();

    @Message(
            "Signing adds a page to the document: who signed for which company, when and from where. {firm} and everybody who sees this task get the signed document. It cannot be undone here.")
    String meaning(String firm);

    @Message("I have read “{document}” and sign it electronically for {company}.")
    String consent(String document, String company);

    @Message("Tick this if you agree. Without it nothing is signed.")
    String consentNeeded();

    @Message("Your full name")
    String name();

    @Message("Typed here, it is your signature.")
    String nameHint();

    @Message("Type your name: 2 to 200 characters.")
    String nameNeeded();

    @Message("The document was replaced while you were reading. Read the new one before you sign.")
    String changed();

    @Message("Sign the document")
    String sign();

    @Message("Read and sign")
    String toSign();

    @Message("See the signature")
    String toSigned();

    @Message("Signed")
    String signedTitle();

    @Message("{name} signed “{document}” for {company}, {time}.")
    String signedText(String name, String document, String company, String time);

    @Message("Download the signed document")
    String download();

    @Message("Its last page is the evidence. Keep the file as it is: any change can be detected.")
    String keep();

    @Message("Check a signed document")
    String toVerify();

    @Message("Back to the task")
    String backToTask();

    @Message("See whether a document was signed in the portal of {firm} and is unchanged since.")
    String verifyLead(String firm);

    @Message("The signed PDF")
    String verifyFile();

    @Message("The file is only compared. Nothing of it is kept.")
    String verifyPrivacy();

    @Message("Check")
    String verify();

    @Message("Choose a file first.")
    String verifyNoFile();

    @Message("Genuine and unchanged")
    String genuineTitle();

    @Message("Not signed: the document before signing")
    String originalTitle();

    @Message("This is a document that was signed in this portal, but without the signature. Check the signed file.")
    String originalText();

    @Message("Changed, or not from here")
    String unknownTitle();

    @Message(
            "No document that was signed in the portal of {firm} is exactly like this file. It may be from elsewhere, or somebody changed it: also printing or saving it anew does.")
    String unknownText(String firm);

    @Message("Signed by, as typed")
    String factSigner();

    @Message("Name in the portal")
    String factName();

    @Message("E-mail")
    String factEmail();

    @Message("For the company")
    String factCompany();

    @Message("In the portal of")
    String factFirm();

    @Message("Document")
    String factDocument();

    @Message("SHA-256 of the original")
    String factHash();

    @Message("Size of the original")
    String factSize();

    @Message("{number} bytes")
    String bytes(String number);

    @Message("Signed at")
    String factTime();

    @Message("Browser")
    String factClient();

    @Message("IP address")
    String factAddress();

    @Message("Signed in by")
    String factMethod();

    @Message("A link or code sent to that e-mail address")
    String methodMail();

    @Message("Agreed to")
    String factConsent();

    @Message("Signature")
    String factId();

    @Message("To check")
    String factVerify();

    @Message("unknown")
    String unknown();

    @Message("Evidence of signature")
    String evidenceTitle();

    @Message(
            "This page was added when the document was signed. What comes before it is the document as it was shown to the signer: the first {bytes} bytes of this file are the original, unchanged. This is a simple electronic signature. Whether this file was changed since can be checked at the address above.")
    String evidenceNote(String bytes);

    @Message("{name} (signed)")
    String signedName(String name);
}
