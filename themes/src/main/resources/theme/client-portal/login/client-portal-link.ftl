<#import "template.ftl" as layout>
<#assign invitation = link.purpose == "invitation">
<#assign other = (link.signedInAs!)?has_content>
<@layout.registrationLayout; section>
  <#if section = "header">
    <#if invitation>${msg("clientPortalLinkTitleInvitation")}<#else>${msg("clientPortalLinkTitleLogin")}</#if>
  <#elseif section = "form">
    <p class="cp-lead"><#if invitation>${msg("clientPortalLinkLeadInvitation")}<#else>${msg("clientPortalLinkLeadLogin")}</#if></p>

    <dl class="cp-facts">
      <div><dt>${msg("clientPortalFactAddress")}</dt><dd><bdi dir="ltr">${link.maskedAddress}</bdi></dd></div>
      <#if (link.company!)?has_content><div><dt>${msg("clientPortalFactCompany")}</dt><dd><bdi>${link.company}</bdi></dd></div></#if>
      <#if (link.askedAt!)?has_content><div><dt><#if invitation>${msg("clientPortalFactSentAt")}<#else>${msg("clientPortalFactAskedAt")}</#if></dt><dd><bdi>${link.askedAt}</bdi></dd></div></#if>
      <#if !invitation && (link.askedFrom!)?has_content><div><dt>${msg("clientPortalFactAskedFrom")}</dt><dd><bdi>${link.askedFrom}</bdi></dd></div></#if>
      <div><dt>${msg("clientPortalFactExpires")}</dt><dd><bdi>${link.expires}</bdi></dd></div>
    </dl>

    <#if other>
      <div class="cp-alert cp-alert-warning" role="status"><span class="cp-icon cp-icon-alert" aria-hidden="true"></span><span class="cp-alert-text"><@layout.with "clientPortalLinkSignedInAs" link.signedInAs/></span></div>
    </#if>

    <form id="client-portal-open" class="cp-form" action="${link.actionUrl}" method="post"<#if (link.openedUrl!)?has_content> data-opened-url="${link.openedUrl}"</#if><#if (link.autoPress!false) && !other> data-auto-press="${msg("clientPortalLinkOpening")}"</#if>>
      <input type="hidden" name="csrf" value="${link.csrf}">
      <#if other><input type="hidden" name="signOut" value="true"></#if>
      <button id="client-portal-open-button" class="cp-button cp-button-primary cp-button-block" type="submit"><#if other><@layout.with "clientPortalLinkSwitchButton" link.maskedAddress/><#elseif invitation><#if (link.company!)?has_content><@layout.with "clientPortalLinkOpenButton" link.company/><#else>${msg("clientPortalLinkOpenPortalButton")}</#if><#elseif link.sameBrowser>${msg("clientPortalLinkSignInButton")}<#else>${msg("clientPortalLinkSignInHereButton")}</#if></button>
    </form>

    <#if !invitation && !link.sameBrowser>
      <p class="cp-hint cp-hint-boxed"><span class="cp-icon cp-icon-phone" aria-hidden="true"></span><span>${msg("clientPortalLinkOtherDevice")}</span></p>
    </#if>

    <form id="client-portal-not-me" class="cp-aside" action="${link.notMeUrl}" method="post">
      <input type="hidden" name="csrf" value="${link.csrf}">
      <p class="cp-hint" id="not-me-hint"><#if invitation>${msg("clientPortalLinkNotMeHintInvitation")}<#else>${msg("clientPortalLinkNotMeHint")}</#if></p>
      <button id="client-portal-not-me-button" class="cp-button cp-button-secondary cp-button-block" type="submit" aria-describedby="not-me-hint">${msg("clientPortalLinkNotMeButton")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
