<#import "template.ftl" as layout>
<#-- As in Keycloak's base theme, without the tabindex that takes the button out of the page's order. -->
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("logoutConfirmTitle")}
  <#elseif section = "form">
    <p class="cp-lead">${msg("logoutConfirmHeader")}</p>
    <form class="cp-form" action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <button id="kc-logout" class="cp-button cp-button-primary cp-button-block" name="confirmLogout" type="submit">${msg("doLogout")}</button>
    </form>
    <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
      <p class="cp-aside"><a href="${client.baseUrl}">${msg("backToApplication")}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
