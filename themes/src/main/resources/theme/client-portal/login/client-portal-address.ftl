<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError("email")>
<#assign waiting = (waitSeconds!0) gt 0>
<@layout.registrationLayout displayMessage=!wrong; section>
  <#if section = "header">
    ${msg("clientPortalAddressTitle")}
  <#elseif section = "form">
    <p class="cp-lead">${msg("clientPortalAddressLead")}</p>
    <#-- No checks by the browser: it would speak its own language and knows no addresses beyond ASCII. -->
    <form id="client-portal-ask" class="cp-form" action="${url.loginAction}" method="post" novalidate>
      <input type="hidden" name="action" value="ask">
      <div class="cp-group">
        <label for="email" class="cp-label">${msg("clientPortalAddressLabel")}</label>
        <input id="email" class="cp-input" name="email" type="email" dir="ltr" value="${address!}" autocomplete="email" inputmode="email" autocapitalize="none" autocorrect="off" spellcheck="false" maxlength="254" required autofocus<#if wrong> aria-invalid="true" aria-describedby="email-error"</#if>>
        <@layout.fieldError "email"/>
      </div>
      <#if (realm.rememberMe)!false>
        <div class="cp-choice">
          <input id="rememberMe" class="cp-choice-input" name="rememberMe" type="checkbox"<#if rememberMeChecked!false> checked</#if>>
          <label for="rememberMe" class="cp-choice-label">${msg("rememberMe")}</label>
        </div>
      </#if>
      <#if waiting>
        <@layout.countdown waitSeconds "clientPortalWait" "clientPortalWaitOver" "ask-wait"/>
      </#if>
      <button id="client-portal-ask-button" class="cp-button cp-button-primary cp-button-block" type="submit"<#if waiting> data-waits-for="ask-wait" aria-describedby="ask-wait"</#if>>${msg("clientPortalAddressButton")}</button>
    </form>
  <#elseif section = "socialProviders">
    <@layout.socialProviders/>
  </#if>
</@layout.registrationLayout>
