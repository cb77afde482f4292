package dev.clientportal.keycloak.company;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.OAuth2DeviceCodeModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.device.DeviceGrantType;
import org.keycloak.services.CorsErrorResponseException;

/**
 * Refuses a device whose client was signed out of a session that goes on, as a contact's is when one of their companies is
 * closed. Keycloak takes for granted that the session of an approved device has its client, and answers 500
 * (DeviceGrantType#process).
 */
final class GuardedDeviceGrant extends DeviceGrantType {
    @Override
    public Response process(Context context) {
        setContext(context);
        String deviceCode = formParams.getFirst(OAuth2Constants.DEVICE_CODE);
        OAuth2DeviceCodeModel device =
                deviceCode == null ? null : getDeviceByDeviceCode(session, realm, client, event, deviceCode);
        if (device != null && isSignedOut(device)) {
            removeDeviceByDeviceCode(session, deviceCode);
            event.detail(Details.REASON, "The client was signed out").error(Errors.USER_SESSION_NOT_FOUND);
            throw new CorsErrorResponseException(
                    cors, OAuthErrorException.INVALID_GRANT, "Session not active", Response.Status.BAD_REQUEST);
        }
        return super.process(context);
    }

    /** What is found here is what Keycloak finds in the same transaction: nobody signs out in between. */
    private boolean isSignedOut(OAuth2DeviceCodeModel device) {
        if (device.getUserSessionId() == null) return false;
        UserSessionModel userSession = session.sessions().getUserSession(realm, device.getUserSessionId());
        if (userSession == null || userSession.getAuthenticatedClientSessionByClient(client.getId()) != null) {
            return false;
        }
        event.session(userSession).user(userSession.getUser());
        return true;
    }
}
