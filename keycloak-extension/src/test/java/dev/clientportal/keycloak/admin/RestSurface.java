package dev.clientportal.keycloak.admin;

import dev.clientportal.keycloak.problem.Problem;
import java.util.Arrays;
import java.util.Set;

/** The REST that others build on. Each has a file of its own in the docs. */
enum RestSurface {
    STAFF(
            StaffRest.class,
            "client-portal-admin.yaml",
            "/admin/realms/{realm}/client-portal/",
            "companies/{company}/contacts/{user}/invitations",
            Set.of(Problem.FORBIDDEN),
            "Client Portal staff REST",
            "Opens a firm's portal, lets contacts in, invites and blocks them. Properties without a value "
                    + "are left out of answers. Refusals are problem documents (RFC 9457), except those that Keycloak "
                    + "makes before a request reaches the portal: characters that no path or parameter may have "
                    + "(400), no valid token (401), a realm or path that does not exist (404), a user of another realm (403).",
            "An access token of a staff member or a service account."),
    CONTACT(
            ContactRest.class,
            "client-portal-contact.yaml",
            "/realms/{realm}/client-portal/me/",
            "companies",
            Set.of(Problem.NOT_AUTHENTICATED, Problem.FORBIDDEN),
            "Client Portal contact REST",
            "What a contact may know and say about themselves, and what a portal shows to everybody. Properties without a value are left out of answers. "
                    + "Refusals are problem documents (RFC 9457).",
            "An access token that a portal client got for the contact.");

    private final Class<?> mount;
    private final String file;
    private final String example;
    private final Set<Problem> problems;
    private final String title;
    private final String description;
    private final String token;

    RestSurface(
            Class<?> mount,
            String file,
            String prefix,
            String example,
            Set<Problem> problems,
            String title,
            String description,
            String token) {
        this.mount = mount;
        this.file = file;
        this.example = prefix + example;
        this.problems = problems;
        this.title = title;
        this.description = description;
        this.token = token;
    }

    /** Whether the class file is where another surface is mounted. */
    boolean isOther(String classFile) {
        return Arrays.stream(values())
                .anyMatch(each -> each != this && classFile.equals(each.mount.getSimpleName() + ".class"));
    }

    String file() {
        return file;
    }

    /** A path that must be in the file. */
    String example() {
        return example;
    }

    /** What every operation can answer. */
    Set<Problem> problems() {
        return problems;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    String token() {
        return token;
    }
}
