<#ftl output_format="plainText">
<#import "client-portal-layout.ftl" as layout>
<#assign digits = code?replace("\\s", "", "r")>
<#assign shown = (digits?length == 6)?then(digits?substring(0, 3) + " " + digits?substring(3), digits)>
<@layout.greeting/>


<#if (company!)?has_content><@layout.with "clientPortalLoginCompany" company/><#else>${msg("clientPortalLoginText")}</#if>

${msg("clientPortalLoginButton")}:
${link}

${msg("clientPortalLoginCode")}
${shown}

<@layout.with "clientPortalLoginExpires" expires/>

<#if (askedAt!)?has_content>
<@layout.with "clientPortalLoginAskedAt" askedAt/>

</#if>
<#if (askedFrom!)?has_content>
<@layout.with "clientPortalLoginAskedFrom" askedFrom/>

</#if>

${msg("clientPortalLoginUnexpected")}

<@layout.footer/>
