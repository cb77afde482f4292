<#--
  The frame of every page, ours and Keycloak's own: the same macro as Keycloak's base theme, without a script or style in
  the page. Nothing here may fail when "portal" is missing, because Keycloak's own pages can come without it.
-->
<#import "footer.ftl" as loginFooter>
<#import "theme-resources.ftl" as themeResourceTags>

<#function firmName>
  <#if (portal.name)?has_content><#return portal.name></#if>
  <#if (realm.displayName)?has_content><#return realm.displayName></#if>
  <#return (realm.name)!"">
</#function>

<#-- A message with one value in it. The value never goes through msg(), which would resolve ${…} inside it, and is kept
     apart from the text around it where the directions of the two scripts differ. -->
<#macro with key value><#list msg(key, "\xFFFC")?split("\xFFFC") as part>${part}<#sep><bdi>${value}</bdi></#list></#macro>

<#-- Whom to ask, as a link where it is nothing but an e-mail address or a phone number. -->
<#macro whom help>
  <#if help?matches("[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")><a href="mailto:${help}"><bdi>${help}</bdi></a><#elseif help?matches("[+]?[0-9][0-9 ()-]{5,20}")><a href="tel:${help?replace("[^+0-9]", "", "r")}"><bdi dir="ltr">${help}</bdi></a><#else><bdi>${help}</bdi></#if>
</#macro>

<#macro fieldError field>
  <#if messagesPerField.existsError(field)>
    <p id="${field}-error" class="cp-error"><span class="cp-icon cp-icon-alert" aria-hidden="true"></span><span>${messagesPerField.get(field)}</span></p>
  </#if>
</#macro>

<#-- The seconds are in the text for those without scripts; js/countdown.js counts them down and tells screen readers. -->
<#macro countdown seconds key doneKey id>
  <p id="${id}" class="cp-wait" data-countdown="${seconds?c}" data-done="${msg(doneKey)}"><span class="cp-icon cp-icon-clock" aria-hidden="true"></span><span data-text><#list msg(key, "\xFFFC")?split("\xFFFC") as part>${part}<#sep><span data-seconds>${seconds?c}</span></#list></span></p>
</#macro>

<#macro socialProviders>
  <#if social?? && social.providers?has_content>
    <section id="kc-social-providers" class="cp-social" aria-labelledby="cp-social-title">
      <h2 id="cp-social-title" class="cp-divider"><span>${msg("identity-provider-login-label")}</span></h2>
      <ul class="cp-social-list">
        <#list social.providers as p>
          <li><a id="social-${p.alias}" class="cp-button cp-button-secondary cp-button-block" href="${p.loginUrl}" data-once-link data-disabled-class="cp-disabled">${p.displayName!p.alias}</a></li>
        </#list>
      </ul>
    </section>
  </#if>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false displayHelp=true icon="">
<#local inlineScripts = ((properties.clientPortalInlineScriptPages)!"")?split(",")?seq_contains(pageId + ".ftl")>
<#local standsAlone = ["client-portal-link", "client-portal-door", "client-portal-done", "client-portal-companies"]?seq_contains(pageId)>
<#local name = firmName()>
<#local header><#nested "header"></#local>
<#local heading = header?markup_string?trim>
<!DOCTYPE html>
<html class="${properties.kcHtmlClass!}<#if !(darkMode!true)> cp-light</#if>" lang="${lang!"en"}"<#if (realm.internationalizationEnabled)!false> dir="${((locale.rtl)!false)?then("rtl", "ltr")}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <meta name="referrer" content="no-referrer">
  <meta name="color-scheme" content="<#if darkMode!true>light dark<#else>light</#if>">
  <meta name="format-detection" content="telephone=no">
  <#if properties.meta?has_content>
    <#list properties.meta?split(" ") as meta>
      <meta name="${meta?split("==")[0]}" content="${meta?split("==")[1]}">
    </#list>
  </#if>
  <title><#if heading?has_content>${heading?replace("<[^>]*>", "", "r")?no_esc} · </#if>${name}</title>
  <#if (portal.iconUrl)?has_content>
    <link rel="icon" href="${portal.iconUrl}">
  <#elseif themeResources?? && themeResources.favicons?has_content>
    <@themeResourceTags.renderFavicons themeResources.favicons url.resourcesPath />
  <#else>
    <link rel="icon" href="${url.resourcesPath}/img/favicon.svg" type="image/svg+xml">
  </#if>
  <#if themeResources?? && themeResources.stylesCommon?has_content>
    <@themeResourceTags.renderStyles themeResources.stylesCommon url.resourcesCommonPath />
  </#if>
  <#if themeResources?? && themeResources.styles?has_content>
    <@themeResourceTags.renderStyles themeResources.styles url.resourcesPath />
  <#elseif properties.styles?has_content>
    <#list properties.styles?split(" ") as style>
      <link rel="stylesheet" href="${url.resourcesPath}/${style}">
    </#list>
  </#if>
  <#if (portal.styleUrl)?has_content>
    <link rel="stylesheet" href="${portal.styleUrl}">
  </#if>
  <#if inlineScripts>
    <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  </#if>
  <#if themeResources?? && themeResources.scripts?has_content>
    <@themeResourceTags.renderScripts themeResources.scripts url.resourcesPath "text/javascript" />
  </#if>
  <#if scripts??>
    <#list scripts as script>
      <script src="${script}"></script>
    </#list>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/portal.js"></script>
</head>
<body class="${properties.kcBodyClass!} ${bodyClass}" data-page-id="login-${pageId}"<#if !standsAlone && (url.ssoLoginInOtherTabsUrl)?has_content> data-session-url="${url.ssoLoginInOtherTabsUrl}"</#if><#if (authenticationSession.authSessionIdHash)?has_content> data-auth-session="${authenticationSession.authSessionIdHash}"</#if>>
<div class="${properties.kcLoginClass!}">
  <header id="kc-header" class="${properties.kcHeaderClass!}">
    <#if (portal.logoUrl)?has_content>
      <span class="cp-logo"><img src="${portal.logoUrl}" alt="${name}"></span>
    <#else>
      <p class="cp-name"><span class="cp-monogram" aria-hidden="true">${name?trim?replace("^(\\X).*$", "$1", "rs")?upper_case}</span><bdi>${name}</bdi></p>
    </#if>
    <#if (portal.description)?has_content>
      <p class="cp-description"><bdi>${portal.description}</bdi></p>
    </#if>
  </header>

  <main class="${properties.kcFormCardClass!}">
    <#if icon?has_content>
      <div class="cp-badge" aria-hidden="true"><span class="cp-icon cp-icon-${icon}"></span></div>
    </#if>
    <#if heading?has_content>
      <h1 id="kc-page-title">${header}</h1>
    </#if>

    <#if (auth.showUsername())!false && !((auth.showResetCredentials())!false)>
      <#nested "show-username">
      <div id="kc-username" class="cp-username">
        <span id="kc-attempted-username"><bdi>${auth.attemptedUsername!}</bdi></span>
        <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
      </div>
    </#if>

    <#-- While an application asked for an action, the warning that the action is needed would only repeat the page. -->
    <#if displayMessage && message?has_content && (message.type != "warning" || !isAppInitiatedAction??)>
      <div class="${properties.kcAlertClass!} cp-alert-${message.type}" role="<#if message.type == "error">alert<#else>status</#if>">
        <#if message.type == "success"><span class="${properties.kcFeedbackSuccessIcon!}" aria-hidden="true"></span>
        <#elseif message.type == "warning"><span class="${properties.kcFeedbackWarningIcon!}" aria-hidden="true"></span>
        <#elseif message.type == "error"><span class="${properties.kcFeedbackErrorIcon!}" aria-hidden="true"></span>
        <#else><span class="${properties.kcFeedbackInfoIcon!}" aria-hidden="true"></span></#if>
        <span class="${properties.kcAlertTitleClass!}">${message.summary}</span>
      </div>
    </#if>

    <#if displayRequiredFields>
      <p class="cp-note"><span class="required" aria-hidden="true">*</span> ${msg("requiredFields")}</p>
    </#if>

    <div id="kc-content">
      <#nested "form">

      <#if (auth.showTryAnotherWayLink())!false>
        <form id="kc-select-try-another-way-form" class="cp-aside" action="${url.loginAction}" method="post">
          <input type="hidden" name="tryAnotherWay" value="on">
          <button id="try-another-way" class="cp-button cp-button-quiet cp-button-block" type="submit">${msg("doTryAnotherWay")}</button>
        </form>
      </#if>

      <#if switchOrganizationEnabled!false>
        <form id="kc-switch-organization-form" class="cp-aside" action="${url.loginAction}" method="post">
          <input type="hidden" name="switchOrganization" value="true">
          <button id="switch-organization" class="cp-button cp-button-quiet cp-button-block" type="submit">${msg("doSwitchOrganization")}</button>
        </form>
      </#if>

      <#nested "socialProviders">

      <#if displayInfo>
        <div id="kc-info" class="${properties.kcSignUpClass!}">
          <div id="kc-info-wrapper" class="${properties.kcInfoAreaWrapperClass!}"><#nested "info"></div>
        </div>
      </#if>
    </div>
  </main>

  <footer class="cp-footer">
    <@loginFooter.content/>
    <#if displayHelp && (portal.help)?has_content>
      <p id="cp-help">${msg("clientPortalHelp")} <@whom portal.help/></p>
    </#if>
    <#if (realm.internationalizationEnabled)!false && ((locale.supported)![])?size gt 1>
      <details id="kc-locale" class="cp-locale">
        <summary><span class="cp-icon cp-icon-globe" aria-hidden="true"></span><span class="cp-visually-hidden">${msg("clientPortalLanguage")}</span> <span lang="${locale.currentLanguageTag}">${locale.current}</span></summary>
        <ul>
          <#list locale.supported as l>
            <li><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a></li>
          </#list>
        </ul>
      </details>
    </#if>
    <#if (portal.poweredBy)!false>
      <p class="cp-powered">${msg("clientPortalPoweredBy")}</p>
    </#if>
  </footer>
</div>
</body>
</html>
</#macro>
