<#-- As in Keycloak's base theme, with what the script needs in attributes instead of a script in the page. -->
<#macro conditionalUIData>
  <#if enableWebAuthnConditionalUI?has_content>
    <form id="webauth" action="${url.loginAction}" method="post">
      <input type="hidden" id="clientDataJSON" name="clientDataJSON">
      <input type="hidden" id="authenticatorData" name="authenticatorData">
      <input type="hidden" id="signature" name="signature">
      <input type="hidden" id="credentialId" name="credentialId">
      <input type="hidden" id="userHandle" name="userHandle">
      <input type="hidden" id="error" name="error">
    </form>
    <#if authenticators??>
      <form id="authn_select">
        <#list authenticators.authenticators as authenticator>
          <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}">
        </#list>
      </form>
    </#if>
    <button id="authenticateWebAuthnButton" class="cp-button cp-button-secondary cp-button-block cp-space" type="button"
        data-passkey data-identified="${isUserIdentified}" data-challenge="${challenge}" data-verification="${userVerification}"
        data-rp-id="${rpId}" data-timeout="${createTimeout?c}" data-mediation="${mediation!"conditional"}"
        data-attachment="${authenticatorAttachment!}" data-unsupported="${msg("webauthn-unsupported-browser-text")}">${msg("webauthn-doAuthenticate")}</button>
    <script type="module" src="${url.resourcesPath}/js/passkeys.js"></script>
  </#if>
</#macro>
