<#import "template.ftl" as layout>
<#assign wrong = messagesPerField.existsError("code")>
<#assign waiting = (sent.waitSeconds!0) gt 0>
<@layout.registrationLayout displayMessage=!wrong icon="mail"; section>
  <#if section = "header">
    ${msg("clientPortalSentTitle")}
  <#elseif section = "form">
    <p class="cp-lead"><@layout.with "clientPortalSentLead" sent.address/></p>
    <p class="cp-text">${msg("clientPortalSentHow", sent.minutes)}</p>

    <form id="client-portal-code" class="cp-form" action="${url.loginAction}" method="post">
      <input type="hidden" name="action" value="code">
      <div class="cp-group">
        <label for="code" class="cp-label">${msg("clientPortalCodeLabel")}</label>
        <input id="code" class="cp-input cp-input-code" name="code" type="text" dir="ltr" inputmode="numeric" autocomplete="one-time-code" pattern="\s*([0-9]\s*){6}" maxlength="11" title="${msg("clientPortalCodeHint")}" spellcheck="false" required<#if wrong> autofocus aria-invalid="true"</#if> aria-describedby="code-hint<#if wrong> code-error</#if>" data-code>
        <p id="code-hint" class="cp-hint">${msg("clientPortalCodeHint")}</p>
        <@layout.fieldError "code"/>
      </div>
      <button id="client-portal-code-button" class="cp-button cp-button-primary cp-button-block" type="submit">${msg("clientPortalCodeButton")}</button>
    </form>

    <section class="cp-more" aria-labelledby="cp-nothing">
      <h2 id="cp-nothing" class="cp-subtitle">${msg("clientPortalNothingTitle")}</h2>
      <p class="cp-hint">${msg("clientPortalNothingText")}</p>
      <#if waiting>
        <@layout.countdown sent.waitSeconds "clientPortalResendWait" "clientPortalWaitOver" "resend-wait"/>
      </#if>
      <div class="cp-pair">
        <form id="client-portal-resend" action="${url.loginAction}" method="post">
          <input type="hidden" name="action" value="resend">
          <button id="client-portal-resend-button" class="cp-button cp-button-secondary cp-button-block" type="submit"<#if waiting> data-waits-for="resend-wait" aria-describedby="resend-wait"</#if>>${msg("clientPortalResendButton")}</button>
        </form>
        <form id="client-portal-change" action="${url.loginAction}" method="post">
          <input type="hidden" name="action" value="change">
          <button id="client-portal-change-button" class="cp-button cp-button-quiet cp-button-block" type="submit">${msg("clientPortalChangeButton")}</button>
        </form>
      </div>
    </section>
  </#if>
</@layout.registrationLayout>
