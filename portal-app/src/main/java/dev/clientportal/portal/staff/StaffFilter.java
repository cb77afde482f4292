package dev.clientportal.portal.staff;

import dev.clientportal.portal.oidc.Login;
import dev.clientportal.portal.oidc.RefusedException;
import dev.clientportal.portal.page.Pages;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Lets staff in, sends the others to sign in, and tells those who are signed in and no staff. */
@Provider
@ForStaff
public class StaffFilter implements ContainerRequestFilter {
    private final StaffSessions sessions;
    private final StaffLogin login;
    private final StaffVisit visit;
    private final Pages pages;

    StaffFilter(StaffSessions sessions, StaffLogin login, StaffVisit visit, Pages pages) {
        this.sessions = sessions;
        this.login = login;
        this.visit = visit;
        this.pages = pages;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<StaffSessionEntity> session = login.session();
        if (session.isEmpty()) {
            request.abortWith(login.begin(page(request)));
            return;
        }
        try {
            StaffSessionEntity checked = sessions.checked(login.client(), session.get());
            if (checked.mayEnter) {
                visit.set(checked);
            } else {
                request.abortWith(pages.response(Response.Status.FORBIDDEN, StaffPages.noStaff(checked.account)));
            }
        } catch (RefusedException loginIsOver) {
            request.abortWith(login.begin(page(request)));
        }
    }

    private static String page(ContainerRequestContext request) {
        return Login.pageOf(request, StaffLogin.START);
    }
}
