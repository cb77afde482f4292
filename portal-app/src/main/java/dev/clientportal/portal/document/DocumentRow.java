package dev.clientportal.portal.document;

/**
 * A document with what its readers may know of it.
 *
 * @param ofFirm the firm gave it, not a contact
 * @param uploadedBy the user's id
 * @param taskId null, as is the title, for a document of no task
 * @param open its task is not done and its project not closed, or it has none: who uploaded it may take it away again
 */
public record DocumentRow(
        String id,
        String name,
        String contentType,
        long size,
        String sha256,
        String storageKey,
        boolean ofFirm,
        String uploadedBy,
        String uploader,
        long uploadedAt,
        String taskId,
        String taskTitle,
        boolean open) {

    /** Whether this contact may take it away again. */
    public boolean isRemovableBy(String contact) {
        return open && !ofFirm && uploadedBy.equals(contact);
    }
}
