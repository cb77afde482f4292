package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.access.AccessDecision;
import dev.clientportal.keycloak.access.AccessFacts;
import dev.clientportal.keycloak.access.AccessPolicy;
import dev.clientportal.keycloak.access.ContactStore;
import dev.clientportal.keycloak.access.DenialReason;
import dev.clientportal.keycloak.access.LoginMetrics;
import dev.clientportal.keycloak.access.OpenSessions;
import dev.clientportal.keycloak.page.ClosedDoor;
import dev.clientportal.keycloak.page.DoorPage;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Gives every login of a portal client its one company, whichever way the user signed in: the one asked for, else the one
 * used last, else the only one, else the one that the contact chooses on a page. Keycloak calls
 * {@link #evaluateTriggers} two or three times in a login; the first that finds the company pins it.
 */
final class CompanyChoice implements RequiredActionProvider {
    private static final String PINNED_NOTE = "client-portal.company";
    private static final String ASKED_NOTE = "client-portal.asked";
    private static final String COMPANY_FIELD = "company";
    private static final String CANCEL_FIELD = "cancel";
    private static final String TEMPLATE = "client-portal-companies.ftl";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        PortalClient portal = PortalClient.of(login.getClient()).orElse(null);
        if (portal == null || login.getAuthNote(PINNED_NOTE) != null) return;
        Answer answer = answer(context);
        if (answer.company().isPresent()) {
            pin(context, answer.company().get());
        } else if (answer.open().isEmpty() && portal.isExempt(context.getRealm(), context.getUser())) {
            login.removeRequiredAction(CompanyChoiceFactory.PROVIDER_ID);
        } else if (isSilent(login) && (answer.isRefused() || answer.open().isEmpty())) {
            throw accessDenied(context, answer);
        } else {
            // A grant without pages ends here: its event says why.
            if (answer.open().isEmpty()) {
                context.getEvent().detail(CompanyGuard.DENIAL, answer.reason().code());
            }
            login.addRequiredAction(CompanyChoiceFactory.PROVIDER_ID);
        }
    }

    /**
     * What can be said without asking the contact.
     *
     * @param company empty when the contact has to choose
     * @param refused an alias was asked for that is not among the open ones
     */
    private record Answer(
            List<AccessDecision> everywhere, List<AccessFacts> open, Optional<AccessFacts> company, boolean isRefused) {
        DenialReason reason() {
            return isRefused && !open.isEmpty() ? DenialReason.NOT_A_MEMBER : AccessPolicy.nearest(everywhere);
        }
    }

    private static Answer answer(RequiredActionContext context) {
        List<AccessDecision> everywhere = new EnteredCompany(context.getSession()).decideAll(context.getUser());
        List<AccessFacts> open = everywhere.stream()
                .filter(AccessDecision::isAllowed)
                .map(AccessDecision::company)
                .toList();
        Optional<String> asked = RequestedCompany.of(context.getSession(), context.getAuthenticationSession());
        if (asked.isPresent()) {
            Optional<AccessFacts> company = open.stream()
                    .filter(candidate -> candidate.alias().equals(asked.get()))
                    .findFirst();
            return new Answer(everywhere, open, company, company.isEmpty());
        }
        if (open.size() == 1) return new Answer(everywhere, open, Optional.of(open.get(0)), false);
        return new Answer(everywhere, open, lastUsed(context.getAuthenticationSession(), open), false);
    }

    /**
     * A login whose contact is being asked does not follow the answer given in another tab: theirs may be another company.
     * Keycloak begins such a login anew once the other tab is in, with what its client asked for and nothing else
     * (26.7, AuthenticationProcessor.resetFlow), hence the client note.
     */
    private static Optional<AccessFacts> lastUsed(AuthenticationSessionModel login, List<AccessFacts> open) {
        if (login.getClientNote(ASKED_NOTE) != null) return Optional.empty();
        return open.stream()
                .filter(company -> company.lastUsedAt() != null)
                .max(Comparator.comparing(AccessFacts::lastUsedAt));
    }

    /**
     * The scope carries the company through code, tokens and refreshes of this one tab. Keycloak's client note of the same
     * meaning would not do: all tabs of a client share one client session.
     */
    private static void pin(RequiredActionContext context, AccessFacts company) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String scopes = login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM);
        login.setClientNote(OIDCLoginProtocol.SCOPE_PARAM, RequestedCompany.pinned(scopes, company.alias()));
        login.setAuthNote(OrganizationModel.ORGANIZATION_ATTRIBUTE, company.orgId());
        login.setAuthNote(PINNED_NOTE, company.orgId());
        login.setClientNote(OpenSessions.enteredNote(company.orgId()), "true");
        login.removeClientNote(ASKED_NOTE);
        login.removeRequiredAction(CompanyChoiceFactory.PROVIDER_ID);
        session.removeAttribute(OrganizationScope.class.getName());
        AuthenticationManager.setClientScopesInSession(session, login);
        session.getProvider(ContactStore.class)
                .entered(company.orgId(), context.getUser().getId(), Time.currentTimeMillis());
        context.getEvent().detail("company", company.alias());
    }

    private static boolean isSilent(AuthenticationSessionModel login) {
        String prompt = login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        return prompt != null && List.of(prompt.split(" ")).contains(OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    /** One and the same answer for a company that is closed, foreign or unknown. */
    private static AuthenticationFlowException accessDenied(RequiredActionContext context, Answer answer) {
        LoginMetrics.denied(answer.reason().code());
        context.getEvent().user(context.getUser()).error(answer.reason().code());
        return new AuthenticationFlowException(
                AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR, protocolError(context, "company_not_open"));
    }

    private static Response protocolError(RequiredActionContext context, String description) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return context.getSession()
                .getProvider(LoginProtocol.class, login.getProtocol())
                .setRealm(context.getRealm())
                .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
                .setUriInfo(context.getUriInfo())
                .setEventBuilder(context.getEvent())
                .sendError(login, LoginProtocol.Error.CONSENT_DENIED, description);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Answer answer = answer(context);
        if (answer.company().isPresent()) {
            pin(context, answer.company().get());
            context.success();
        } else if (answer.open().isEmpty()) {
            DenialReason reason = answer.reason();
            LoginMetrics.denied(reason.code());
            context.getEvent()
                    .clone()
                    .event(EventType.LOGIN)
                    .user(context.getUser())
                    .error(reason.code());
            context.challenge(new DoorPage(context.getSession(), ClosedDoor.of(reason)).response(context.form()));
        } else {
            context.getAuthenticationSession().setClientNote(ASKED_NOTE, "true");
            context.challenge(page(context, answer));
        }
    }

    private static Response page(RequiredActionContext context, Answer answer) {
        List<Map<String, Object>> companies = answer.open().stream()
                .map(company -> Map.<String, Object>of(
                        "id", company.orgId(), "alias", company.alias(), "name", company.companyName()))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("list", companies);
        model.put("refused", answer.isRefused());
        return context.form().setAttribute("companies", model).createForm(TEMPLATE);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Map<String, String> form = new HashMap<>();
        context.getHttpRequest().getDecodedFormParameters().forEach((name, values) -> form.put(name, values.get(0)));
        if (form.containsKey(CANCEL_FIELD)) {
            context.failure();
            return;
        }
        Answer answer = answer(context);
        Optional<AccessFacts> chosen = answer.open().stream()
                .filter(company -> company.orgId().equals(form.get(COMPANY_FIELD)))
                .findFirst();
        if (chosen.isEmpty()) {
            requiredActionChallenge(context);
            return;
        }
        pin(context, chosen.get());
        context.success();
    }

    @Override
    public void close() {}
}
