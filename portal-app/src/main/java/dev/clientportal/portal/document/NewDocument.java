package dev.clientportal.portal.document;

import dev.clientportal.portal.document.Storage.Stored;

/**
 * A document to be added; its content is in the storage already.
 *
 * @param taskId null for a document of the company itself
 * @param name as {@link FileName} makes it
 * @param contentType as the content shows it, not as somebody said
 */
public record NewDocument(String taskId, String name, String contentType, Stored stored) {}
