package dev.clientportal.keycloak.company;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.organization.OrganizationProviderFactory;

/**
 * Keycloak's own organizations, with one difference: an alias is searched for once in a request, and not at all when
 * access was looked up before. The scope of a portal client's tokens names their company, and Keycloak (26.7,
 * OrganizationScope) searches for it four times in each of the two last requests of a login, and again in each refresh,
 * with a query that none of its caches answers, and that is put together and translated anew each time.
 */
public final class PortalOrganizationsFactory implements OrganizationProviderFactory {
    public static final String PROVIDER_ID = "client-portal-organizations";

    /** The id of Keycloak's own provider, which stands before its database with a cache. */
    private static final String KEYCLOAKS = "infinispan";

    private static final int BEFORE_KEYCLOAKS = 20;

    /** A proxy rather than a class: whatever else Keycloak asks of organizations, now or later, is none of our business. */
    @Override
    public OrganizationProvider create(KeycloakSession session) {
        OrganizationProvider keycloaks = session.getProvider(OrganizationProvider.class, KEYCLOAKS);
        return (OrganizationProvider) Proxy.newProxyInstance(
                OrganizationProvider.class.getClassLoader(),
                new Class<?>[] {OrganizationProvider.class},
                new Organizations(session, keycloaks, CompanyAliases.of(session)));
    }

    private record Organizations(KeycloakSession session, OrganizationProvider keycloaks, CompanyAliases aliases)
            implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
            if (method.getName().equals("getByAlias")) return byAlias((String) args[0]);
            // The session closes Keycloak's own.
            if (method.getName().equals("close")) return null;
            try {
                return method.invoke(keycloaks, args);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }

        /** By id, the answer comes from Keycloak's cache, and only from the realm at hand. */
        private OrganizationModel byAlias(String alias) {
            String id = aliases.orgId(alias);
            OrganizationModel met = id == null ? null : keycloaks.getById(id);
            if (met != null && met.getAlias().equals(alias)) return met;
            String realmId = session.getContext().getRealm().getId();
            String found = session.getProvider(CompanyStore.class)
                    .findByAlias(realmId, alias)
                    .orElse(null);
            if (found == null) return null;
            aliases.met(alias, found);
            return keycloaks.getById(found);
        }
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
