<#import "client-portal-layout.ftl" as layout>
<#assign digits = code?replace("\\s", "", "r")>
<#assign shown = (digits?length == 6)?then(digits?substring(0, 3) + " " + digits?substring(3), digits)>
<@layout.emailLayout preheader=msg("clientPortalLoginPreheader")>
  <@layout.greeting/>
  <@layout.paragraph><#if (company!)?has_content><@layout.with "clientPortalLoginCompany" company/><#else>${msg("clientPortalLoginText")}</#if></@layout.paragraph>
  <@layout.button href=link>${msg("clientPortalLoginButton")}</@layout.button>
  <@layout.paragraph>${msg("clientPortalLoginCode")}</@layout.paragraph>
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px;">
    <tr>
      <td class="cp-box cp-code" align="center" bgcolor="#f4f5f7" dir="ltr" style="padding:16px;border-radius:10px;background-color:#f4f5f7;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:30px;line-height:36px;font-weight:700;letter-spacing:4px;color:#1b1f24;">${shown}</td>
    </tr>
  </table>
  <@layout.plainLink href=link/>
  <@layout.hint><@layout.with "clientPortalLoginExpires" expires/><#if (askedAt!)?has_content><br><@layout.with "clientPortalLoginAskedAt" askedAt/></#if><#if (askedFrom!)?has_content><br><@layout.with "clientPortalLoginAskedFrom" askedFrom/></#if></@layout.hint>
  <@layout.hint>${msg("clientPortalLoginUnexpected")}</@layout.hint>
</@layout.emailLayout>
