package dev.clientportal.keycloak.company;

import dev.clientportal.keycloak.firm.Firm;
import dev.clientportal.keycloak.firm.FirmStore;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/**
 * A page in the portal that a mail may lead to: an address that a portal client could have its contacts sent to after a
 * login. Anything else would make the firm's own mails and links point wherever a caller likes (security rule 13).
 */
public final class PortalTarget {
    /** Longer addresses do not survive mail programs. */
    public static final int MAX_LENGTH = 2000;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Keycloak takes a client's {@code *} or {@code https://*} for any host there is. */
    private static final Pattern OF_SOME_HOST = Pattern.compile("(/|https?://[^/*]).*");

    private final KeycloakSession session;
    private final RealmModel realm;

    public PortalTarget(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether the address belongs to a portal client. The firm's own is asked first: a realm can have very many. */
    public boolean has(String address) {
        return isWebAddress(address)
                && Stream.concat(ofTheFirm().stream(), realm.getClientsStream())
                        .filter(client ->
                                client.isEnabled() && PortalClient.of(client).isPresent())
                        .anyMatch(client -> matches(client, address));
    }

    private Optional<ClientModel> ofTheFirm() {
        return session.getProvider(FirmStore.class)
                .find(realm.getId())
                .map(Firm::getPortalClientId)
                .map(realm::getClientByClientId);
    }

    private boolean matches(ClientModel client, String address) {
        Set<String> redirects = client.getRedirectUris().stream()
                .filter(redirect -> OF_SOME_HOST.matcher(redirect).matches())
                .collect(Collectors.toSet());
        return RedirectUtils.verifyRedirectUri(session, client.getRootUrl(), address, redirects, true) != null;
    }

    /** Absolute, of the web, and without a name before the host that could pass for it. */
    static boolean isWebAddress(String address) {
        if (address == null || address.length() > MAX_LENGTH || !isVisibleAscii(address)) return false;
        try {
            URI uri = URI.create(address);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(letter -> letter > ' ' && letter < 127);
    }
}
