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

    void error(boolean is, String code, String message, String fix, Action action) {
        add(is, code, Severity.ERROR, message, fix, action);
    }

    void warning(boolean is, String code, String message, String fix, Action action) {
        add(is, code, Severity.WARNING, message, fix, action);
    }

    void info(boolean is, String code, String message) {
        add(is, code, Severity.INFO, message, null, null);
    }

    private void add(boolean is, String code, Severity severity, String message, String fix, Action action) {
        if (is) found.add(new Finding(code, severity, message, fix, action));
    }

    /** Errors first, else in the order in which they were found, which is that of fixing them. */
    List<Finding> inOrder() {
        found.sort((one, other) -> one.severity().compareTo(other.severity()));
        return found;
    }
}
