package dev.clientportal.portal.signing;

import dev.clientportal.portal.document.DocumentRow;
import dev.clientportal.portal.task.TaskView;

/**
 * A task that is done by a signature.
 *
 * @param original the document that is to be signed; null when the firm has given none yet
 * @param signature null until there is one
 */
public record ToSign(TaskView task, DocumentRow original, Signature signature) {}
