<#ftl output_format="plainText">
<#macro with key value><#list msg(key, "\xFFFC")?split("\xFFFC") as part>${part}<#sep>${value}</#list></#macro>

<#macro greeting><#local name = (((contact.firstName)!"") + " " + ((contact.lastName)!""))?trim><#if name?has_content><@with "clientPortalMailGreetingName" name/><#else>${msg("clientPortalMailGreeting")}</#if></#macro>

<#macro footer>
-- 
${portal.name}
<#if (portal.description)?has_content>
${portal.description}
</#if>
<#if (portal.help)?has_content>
<@with "clientPortalMailHelp" portal.help/>

</#if>
<#if (portal.poweredBy)!false>
${msg("clientPortalMailPoweredBy")}
</#if>
</#macro>
