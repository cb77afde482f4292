package dev.clientportal.portal.document;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What pages say about documents. */
@MessageBundle("document")
public interface DocumentMessages {
    @Message("Documents")
    String title();

    @Message("There are no documents yet")
    String none();

    @Message("Add files")
    String add();

    @Message("{kinds}; up to {file} each and {request} together.")
    String hint(String kinds, String file, String request);

    @Message("Upload")
    String upload();

    @Message("Or drop files here.")
    String drop();

    @Message("Files added: {count}")
    String added(String count);

    @Message("Files not added: {count}")
    String notAdded(String count);

    @Message("Sending {name}")
    String sending(String name);

    @Message("It could not be sent. Check your connection and try again.")
    String failed();

    @Message("Try again")
    String retry();

    @Message("Remove")
    String remove();

    @Message("Remove {name}")
    String removeNamed(String name);

    @Message("Remove this file?")
    String removeTitle();

    @Message("Nobody can open it here afterwards.")
    String removeText();

    @Message("Keep it")
    String keep();

    @Message("Some files were not added")
    String refusedTitle();

    @Message("Choose a file first.")
    String noFile();

    @Message("These are too many at once: send up to {most} files. None was added.")
    String tooMany(int most);

    @Message("The project was closed meanwhile. Nothing was added.")
    String closed();

    @Message("The file is empty.")
    String empty();

    @Message("The file is larger than {limit}.")
    String tooLarge(String limit);

    @Message("Files of this kind are not taken. These are: {kinds}.")
    String notAllowed(String kinds);

    @Message("What is in the file is not what its name says.")
    String mislabelled();

    @Message("Nobody could sign this PDF: it is protected, damaged or a dynamic form. Print it to a new PDF.")
    String unfitToSign();

    @Message("Added")
    String isAdded();

    @Message("Back")
    String back();
}
