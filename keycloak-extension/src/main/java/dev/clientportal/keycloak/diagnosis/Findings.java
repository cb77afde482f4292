package dev.clientportal.keycloak.diagnosis;

import dev.clientportal.keycloak.diagnosis.Finding.Action;
import dev.clientportal.keycloak.diagnosis.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Collects findings; paths of actions are told below the realm's admin REST. */
final class Findings {
    private final String admin;
    private final List<Finding> found = new ArrayList<>();

    Findings(String realmName) {
        this.admin = "/admin/realms/" + realmName;
    }

    Action portal(String method, String path) {
        return new Action(method, admin + "/client-portal/" + path);
    }

    Action keycloak(String method, String path) {
        return new Action(method, admin + "/" + path);
    }

    void error(boolean is, FindingCode code, String message, String fix, Action action) {
        error(is, code, message, FindingValues.NONE, fix, action);
    }

    void error(boolean is, FindingCode code, String message, FindingValues values, String fix, Action action) {
        add(is, new Finding(code, Severity.ERROR, message, values, fix, action));
    }

    void warning(boolean is, FindingCode code, String message, FindingValues values, String fix, Action action) {
        add(is, new Finding(code, Severity.WARNING, message, values, fix, action));
    }

    void info(boolean is, FindingCode code, String message, FindingValues values) {
        add(is, new Finding(code, Severity.INFO, message, values, null, null));
    }

    private void add(boolean is, Finding finding) {
        if (is) found.add(finding);
    }

    /** Errors first, else in the order in which they were found, which is that of fixing them. */
    List<Finding> inOrder() {
        found.sort((one, other) -> one.severity().compareTo(other.severity()));
        return found;
    }
}
