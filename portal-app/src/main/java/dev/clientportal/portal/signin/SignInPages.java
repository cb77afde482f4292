package dev.clientportal.portal.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What contacts see of their companies' doors. */
@CheckedTemplate(basePath = "signin")
final class SignInPages {
    private SignInPages() {}

    static native TemplateInstance companies(List<MyCompanies.Company> companies);

    static native TemplateInstance closed(
            String companyName, String kind, String alias, List<MyCompanies.Company> companies);

    static native TemplateInstance closedFirm();
}
