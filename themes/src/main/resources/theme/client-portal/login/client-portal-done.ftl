<#import "template.ftl" as layout>
<#assign kinds = ["fresh-sent", "not-me", "signed-in"]>
<#assign kind = kinds?seq_contains(done.kind)?then(done.kind, "signed-in")>
<@layout.registrationLayout icon=(kind == "fresh-sent")?then("mail", "check"); section>
  <#if section = "header">
    ${msg("clientPortalDone." + kind + ".title")}
  <#elseif section = "form">
    <#if kind == "fresh-sent" && (done.maskedAddress!)?has_content>
      <p class="cp-lead"><@layout.with "clientPortalDoneFreshTo" done.maskedAddress/></p>
    </#if>
    <p class="<#if kind == "fresh-sent">cp-text<#else>cp-lead</#if>">${msg("clientPortalDone." + kind + ".text")}</p>
    <#if (done.continueUrl!)?has_content>
      <p class="cp-aside"><a id="client-portal-continue" class="cp-button cp-button-primary cp-button-block" href="${done.continueUrl}">${msg("clientPortalContinueButton")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
