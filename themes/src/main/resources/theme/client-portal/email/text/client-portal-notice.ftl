<#ftl output_format="plainText">
<#import "client-portal-layout.ftl" as layout>
<#macro mail lead button>
<#if (text!)?trim?has_content>
${text?trim}
<#else>
<@layout.greeting/>


${msg(lead)}
</#if>

${title}
<#if (company!)?has_content>
<@layout.with "clientPortalNoticeCompany" company/>

</#if>
<#if (note!)?trim?has_content>

${note?trim}
</#if>
<#if (expires!)?has_content>

${msg("clientPortalNoticeInvitation")}
</#if>

${msg(button)}:
${link}

<#if (expires!)?has_content>
<@layout.with "clientPortalInvitationExpires" expires/>


${msg("clientPortalInvitationUnexpected")}
<#else>
${msg("clientPortalNoticeSignIn")}
</#if>

<@layout.footer/>
</#macro>
