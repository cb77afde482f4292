package dev.clientportal.e2e.rest;

import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Portal.Contact;
import dev.clientportal.e2e.TestSupport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that a bad request could have changed, as REST shows it and as the database has it. */
final class State {
    private State() {}

    static Map<String, String> of(Contact contact) {
        Map<String, String> state = new LinkedHashMap<>();
        String company = Portal.ADMIN + "/companies/" + contact.companyId();
        for (String path : List.of(
                Portal.ADMIN + "/firm",
                company,
                company + "/contacts?max=100",
                contact.path() + "/invitations",
                Portal.ADMIN + "/mails/waiting",
                "/admin/realms/northwind/organizations/count",
                "/admin/realms/northwind/users/" + contact.id())) {
            state.put(path, Portal.ok(Portal.mia().get(path)).body());
        }
        state.put(
                "links",
                TestSupport.select("SELECT * FROM CP_LINK WHERE USER_ID = '" + contact.id() + "'")
                        .toString());
        for (String table : List.of(
                "USER_ENTITY",
                "CP_FIRM_IMAGE",
                "CP_FIRM_TEXT",
                "CP_CONTACT",
                "CP_ACCESS_LOG",
                "CP_RECORD",
                "CP_MAIL",
                "ORG")) {
            state.put(
                    table,
                    TestSupport.select("SELECT COUNT(*) AS many FROM " + table).toString());
        }
        return state;
    }
}
