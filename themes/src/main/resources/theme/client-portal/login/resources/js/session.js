// What Keycloak's own theme does in the page: go on when the login was finished in another tab, and reload when another
// login was started in one.
import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const { sessionUrl, authSession } = document.body.dataset;

if (sessionUrl) {
  startSessionPolling(sessionUrl);
}
if (authSession) {
  checkAuthSession(authSession);
}
