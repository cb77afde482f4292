package dev.clientportal.portal.company;

/**
 * Whose data it is. Every query asks for both parts.
 *
 * @param firm the realm's name
 * @param id the organization's id
 */
public record CompanyKey(String firm, String id) {}
