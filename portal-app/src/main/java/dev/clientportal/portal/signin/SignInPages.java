package dev.clientportal.portal.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages around a sign-in. */
@CheckedTemplate(basePath = "signin")
final class SignInPages {
    private SignInPages() {}

    static native TemplateInstance companies(List<MyCompanies.Company> companies);

    static native TemplateInstance closed(
            String companyName, String kind, String alias, List<MyCompanies.Company> companies);

    static native TemplateInstance closedFirm();

    static native TemplateInstance signedOut();

    static native TemplateInstance notSignedIn(String kind);
}
