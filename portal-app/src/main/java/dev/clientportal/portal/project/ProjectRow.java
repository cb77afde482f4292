package dev.clientportal.portal.project;

/** A project in a list, and all that its page shows of it; the description may be null. */
public record ProjectRow(String id, String name, String description, boolean closed, long createdAt) {}
