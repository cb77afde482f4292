package dev.clientportal.portal.message;

import dev.clientportal.portal.company.CompanyKey;

/** A contact in one company, with both names as they are now: one side of a thread. */
public record Correspondent(CompanyKey company, String id, String name, String companyName) {}
