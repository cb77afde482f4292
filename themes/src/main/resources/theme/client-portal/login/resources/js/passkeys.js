// Passkeys beside a user name field, as Keycloak's passkeysConditionalAuth.js offers them, without its import map (which
// would have to stand in the page).
const button = document.querySelector("[data-passkey]");

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

let pending;

function ask(extra) {
  pending?.abort();
  pending = new AbortController();
  const { challenge, rpId, timeout, verification } = button.dataset;
  const publicKey = { challenge: toBytes(challenge), rpId, allowCredentials: [] };
  if (button.dataset.identified === "true") {
    publicKey.allowCredentials = [...document.querySelectorAll("input[name=authn_use_chk]")].map((known) => ({
      type: "public-key",
      id: toBytes(known.value),
    }));
  }
  if (Number(timeout) > 0) {
    publicKey.timeout = Number(timeout) * 1000;
  }
  if (verification !== "not specified") {
    publicKey.userVerification = verification;
  }
  return navigator.credentials.get({ publicKey, signal: pending.signal, ...extra });
}

function send(values) {
  const form = document.getElementById("webauth");
  for (const [name, value] of Object.entries(values)) {
    form.querySelector(`[name=${name}]`).value = value;
  }
  const rememberMe = document.getElementById("rememberMe");
  if (rememberMe && !values.error) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "rememberMe";
    field.value = rememberMe.checked ? "on" : "off";
    form.append(field);
  }
  form.requestSubmit();
}

function sendKey({ id, response }) {
  send({
    clientDataJSON: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
    credentialId: id,
    userHandle: response.userHandle ? toText(response.userHandle) : "",
  });
}

async function offer() {
  const { identified, mediation, attachment } = button.dataset;
  if (identified === "true" || mediation === "none") {
    return;
  }
  if (attachment === "platform" && !(await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable())) {
    return;
  }
  if (mediation === "conditional" && !(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return;
  }
  // A dialog that was closed once stays closed for the rest of this login.
  const dismissed = "client-portal-passkey-dismissed";
  const login = document.body.dataset.authSession ?? "";
  const modal = mediation === "optional" || mediation === "required";
  if (modal && sessionStorage.getItem(dismissed) === login) {
    return;
  }
  try {
    const key = await ask({ mediation });
    if (key) {
      sendKey(key);
    }
  } catch {
    if (modal) {
      sessionStorage.setItem(dismissed, login);
    }
  }
}

button?.addEventListener("click", async () => {
  if (!window.PublicKeyCredential) {
    send({ error: button.dataset.unsupported });
    return;
  }
  try {
    sendKey(await ask());
  } catch (error) {
    send({ error: String(error) });
  }
});

if (button && window.PublicKeyCredential) {
  offer();
}
