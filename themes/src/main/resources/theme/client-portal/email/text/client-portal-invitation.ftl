<#ftl output_format="plainText">
<#import "client-portal-layout.ftl" as layout>
<#if (text!)?trim?has_content>
${text?trim}
<#else>
<@layout.greeting/>


<#if (company!)?has_content><@layout.with "clientPortalInvitationCompany" company/><#else>${msg("clientPortalInvitationText")}</#if>

${msg("clientPortalInvitationHow")}
</#if>

${msg("clientPortalInvitationButton")}:
${link}

<@layout.with "clientPortalInvitationExpires" expires/>


${msg("clientPortalInvitationUnexpected")}

<@layout.footer/>
