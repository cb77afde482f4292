<#import "template.ftl" as layout>
<#-- As in Keycloak's base theme, with an icon for the link by e-mail: Keycloak has none for ways without a credential. -->
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("loginChooseAuthenticator")}
  <#elseif section = "form">
    <form id="kc-select-credential-form" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
      <div class="${properties.kcSelectAuthListClass!}">
        <#list auth.authenticationSelections as way>
          <#assign mail = way.displayName == "client-portal-magic-link-display-name">
          <button class="${properties.kcSelectAuthListItemClass!}" type="submit" name="authenticationExecution" value="${way.authExecId}">
            <span class="${properties.kcSelectAuthListItemIconClass!}" aria-hidden="true"><span class="${properties.kcSelectAuthListItemIconPropertyClass!} ${mail?then("cp-icon-mail", properties[way.iconCssClass]!way.iconCssClass)}"></span></span>
            <span class="${properties.kcSelectAuthListItemBodyClass!}">
              <span class="${properties.kcSelectAuthListItemHeadingClass!}">${msg(way.displayName)}</span>
              <span class="${properties.kcSelectAuthListItemDescriptionClass!}">${msg(way.helpText)}</span>
            </span>
            <span class="${properties.kcSelectAuthListItemArrowClass!}" aria-hidden="true"><span class="${properties.kcSelectAuthListItemArrowIconClass!}"></span></span>
          </button>
        </#list>
      </div>
    </form>
  </#if>
</@layout.registrationLayout>
