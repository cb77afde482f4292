<#import "client-portal-layout.ftl" as layout>
<@layout.emailLayout preheader=msg("clientPortalInvitationPreheader")>
  <#if (text!)?trim?has_content>
    <#list text?trim?split("\\r?\\n[ \\t]*\\r?\\n\\s*", "r") as part>
      <@layout.paragraph><#list part?split("\\r?\\n", "r") as line>${line}<#sep><br></#list></@layout.paragraph>
    </#list>
  <#else>
    <@layout.greeting/>
    <@layout.paragraph><#if (company!)?has_content><@layout.with "clientPortalInvitationCompany" company/><#else>${msg("clientPortalInvitationText")}</#if></@layout.paragraph>
    <@layout.paragraph>${msg("clientPortalInvitationHow")}</@layout.paragraph>
  </#if>
  <@layout.button href=link>${msg("clientPortalInvitationButton")}</@layout.button>
  <@layout.plainLink href=link/>
  <@layout.hint><@layout.with "clientPortalInvitationExpires" expires/></@layout.hint>
  <@layout.hint>${msg("clientPortalInvitationUnexpected")}</@layout.hint>
</@layout.emailLayout>
