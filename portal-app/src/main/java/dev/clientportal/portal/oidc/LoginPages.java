package dev.clientportal.portal.oidc;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages around a login, for contacts and staff alike; {@code start} is where to begin anew. */
@CheckedTemplate(basePath = "oidc")
final class LoginPages {
    private LoginPages() {}

    static native TemplateInstance signedOut(String start);

    static native TemplateInstance notSignedIn(String kind, String start);
}
