<#import "client-portal-layout.ftl" as layout>
<#-- What all mails share that other systems ask for. An expiry means that the link invites; without one it is a bare address. -->
<#macro paragraphs words>
<#list words?trim?split("\\r?\\n[ \\t]*\\r?\\n\\s*", "r") as part>
  <@layout.paragraph><#list part?split("\\r?\\n", "r") as line><bdi>${line}</bdi><#sep><br></#list></@layout.paragraph>
</#list>
</#macro>

<#macro mail preheader lead button>
<@layout.emailLayout preheader=msg(preheader)>
  <#if (text!)?trim?has_content>
    <@paragraphs text/>
  <#else>
    <@layout.greeting/>
    <@layout.paragraph>${msg(lead)}</@layout.paragraph>
  </#if>
  <@layout.paragraph><strong><bdi>${title}</bdi></strong><#if (company!)?has_content><br><@layout.with "clientPortalNoticeCompany" company/></#if></@layout.paragraph>
  <#if (note!)?trim?has_content><@paragraphs note/></#if>
  <#if (expires!)?has_content><@layout.paragraph>${msg("clientPortalNoticeInvitation")}</@layout.paragraph></#if>
  <@layout.button href=link>${msg(button)}</@layout.button>
  <@layout.plainLink href=link/>
  <#if (expires!)?has_content>
    <@layout.hint><@layout.with "clientPortalInvitationExpires" expires/></@layout.hint>
    <@layout.hint>${msg("clientPortalInvitationUnexpected")}</@layout.hint>
  <#else>
    <@layout.hint>${msg("clientPortalNoticeSignIn")}</@layout.hint>
  </#if>
</@layout.emailLayout>
</#macro>
