<#import "template.ftl" as layout>
<#-- A kind without words of its own is told as a link that cannot be used. -->
<#assign kinds = ["link-expired", "link-used", "link-superseded", "link-revoked", "link-invalid", "firm-inactive", "company-inactive", "contact-blocked", "contact-disabled", "not-a-contact", "not-a-member", "wait", "mail-unavailable", "csrf"]>
<#assign kind = kinds?seq_contains(door.kind)?then(door.kind, "link-invalid")>
<#assign icon = "lock">
<#if ["link-expired", "wait", "csrf"]?seq_contains(kind)><#assign icon = "clock"><#elseif kind?starts_with("link-")><#assign icon = "link"><#elseif kind == "mail-unavailable"><#assign icon = "mail"></#if>
<#assign ask = (door.help!)?has_content?then(door.help, (portal.help)!)>
<#assign waiting = kind == "wait" && (door.waitSeconds!0) gt 0>
<@layout.registrationLayout displayHelp=false icon=icon; section>
  <#if section = "header">
    ${msg("clientPortalDoor." + kind + ".title")}
  <#elseif section = "form">
    <p class="cp-lead">${msg("clientPortalDoor." + kind + ".text")}</p>
    <#if (door.company!)?has_content>
      <dl class="cp-facts"><div><dt>${msg("clientPortalFactCompany")}</dt><dd><bdi>${door.company}</bdi></dd></div></dl>
    </#if>
    <#if waiting>
      <@layout.countdown door.waitSeconds "clientPortalWait" "clientPortalWaitOver" "door-wait"/>
    </#if>
    <#if (door.freshUrl!)?has_content>
      <form id="client-portal-fresh" class="cp-form" action="${door.freshUrl}" method="post">
        <input type="hidden" name="csrf" value="${door.csrf!}">
        <button id="client-portal-fresh-button" class="cp-button cp-button-primary cp-button-block" type="submit"<#if waiting> data-waits-for="door-wait" aria-describedby="door-wait"</#if>>${msg("clientPortalFreshButton")}</button>
      </form>
    </#if>
    <#if (door.startUrl!)?has_content>
      <p class="cp-aside"><a id="client-portal-start" class="cp-button <#if (door.freshUrl!)?has_content>cp-button-secondary<#else>cp-button-primary</#if> cp-button-block" href="${door.startUrl}"><#if kind == "wait">${msg("clientPortalAgainButton")}<#else>${msg("clientPortalStartButton")}</#if></a></p>
    </#if>
    <div class="cp-ask">
      <h2 class="cp-subtitle">${msg("clientPortalAskTitle")}</h2>
      <p id="cp-help"><#if ask?has_content><@layout.whom ask/><#else><@layout.with "clientPortalAskFirm" layout.firmName()/></#if></p>
    </div>
  </#if>
</@layout.registrationLayout>
