package dev.clientportal.portal.task;

/** One contribution to a task's discussion. */
public record CommentView(String id, String author, boolean ofFirm, String text, long writtenAt) {}
