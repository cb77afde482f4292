<#--
  One column, tables and inline styles, because mail programs know no better. Colours are checked again here: they stand
  in style attributes, where HTML escaping alone would not keep a wrong value harmless.
-->
<#function colour value fallback>
  <#return value?matches("#[0-9a-fA-F]{6}")?then(value, fallback)>
</#function>

<#assign primary = colour((portal.primaryColor)!"", "#1f4e79")>
<#assign onPrimary = colour((portal.onPrimaryColor)!"", "#ffffff")>
<#assign font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;">
<#assign start = (ltr!true)?then("left", "right")>

<#-- A message with one value in it, which never goes through msg(): that would resolve ${…} inside it. -->
<#macro with key value><#list msg(key, "\xFFFC")?split("\xFFFC") as part>${part}<#sep><bdi>${value}</bdi></#list></#macro>

<#macro greeting>
  <#local name = (((contact.firstName)!"") + " " + ((contact.lastName)!""))?trim>
  <@paragraph><#if name?has_content><@with "clientPortalMailGreetingName" name/><#else>${msg("clientPortalMailGreeting")}</#if></@paragraph>
</#macro>

<#macro paragraph>
<p class="cp-text" style="margin:0 0 16px;font-size:16px;line-height:24px;color:#1b1f24;"><#nested></p>
</#macro>

<#macro hint>
<p class="cp-muted" style="margin:0 0 12px;font-size:14px;line-height:21px;color:#545d68;"><#nested></p>
</#macro>

<#macro button href>
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px;border-collapse:separate;">
  <tr>
    <td align="center" bgcolor="${primary}" style="border-radius:10px;background-color:${primary};mso-padding-alt:14px 28px;">
      <a href="${href}" target="_blank" rel="noopener noreferrer" style="display:inline-block;padding:14px 28px;border:1px solid ${onPrimary};border-radius:10px;font-size:16px;line-height:20px;font-weight:600;color:${onPrimary};text-decoration:none;"><#nested></a>
    </td>
  </tr>
</table>
</#macro>

<#macro plainLink href>
<p class="cp-muted" style="margin:0 0 20px;font-size:13px;line-height:20px;color:#545d68;">${msg("clientPortalMailPlainLink")}<br>
  <a class="cp-link" href="${href}" target="_blank" rel="noopener noreferrer" dir="ltr" style="color:#1f4e79;word-break:break-all;overflow-wrap:anywhere;">${href}</a></p>
</#macro>

<#macro emailLayout preheader>
<!DOCTYPE html>
<html lang="${locale.toLanguageTag()}" dir="${(ltr!true)?then("ltr", "rtl")}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
  <title>${subject!portal.name}</title>
  <style>
    :root { color-scheme: light dark; supported-color-schemes: light dark; }
    @media (prefers-color-scheme: dark) {
      .cp-page { background-color: #0e1115 !important; }
      .cp-card { background-color: #171b21 !important; border-inline-color: #2b323b !important; border-bottom-color: #2b323b !important; }
      .cp-text, .cp-code { color: #e9ecf0 !important; }
      .cp-muted { color: #a7b0bb !important; }
      .cp-link { color: #9cc7f2 !important; }
      .cp-box { background-color: #1f242b !important; }
      .cp-logo { background-color: #ffffff !important; padding: 6px 10px !important; border-radius: 8px !important; }
    }
    @media (max-width: 480px) {
      .cp-inner { padding: 24px 20px !important; }
    }
  </style>
</head>
<body class="cp-page" style="margin:0;padding:0;background-color:#f4f5f7;-webkit-text-size-adjust:100%;">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;">${preheader}<#list 1..40 as i>&#8203;&#160;</#list></div>
<table role="presentation" class="cp-page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f5f7" style="background-color:#f4f5f7;">
  <tr>
    <td align="center" style="padding:24px 12px 32px;">
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;${font}">
        <tr>
          <td class="cp-card cp-inner" align="${start}" bgcolor="#ffffff" style="padding:32px 36px;background-color:#ffffff;border:1px solid #dfe3e8;border-top:4px solid ${primary};border-radius:14px;text-align:${start};overflow-wrap:anywhere;">
            <#if (portal.logoUrl)?has_content>
              <p style="margin:0 0 20px;"><img class="cp-logo" src="${portal.logoUrl}" alt="${portal.name}" height="40" style="display:inline-block;height:40px;width:auto;max-width:240px;border:0;font-size:18px;line-height:40px;font-weight:600;color:#1b1f24;"></p>
            <#else>
              <p class="cp-text" style="margin:0 0 20px;font-size:18px;line-height:24px;font-weight:600;color:#1b1f24;"><bdi>${portal.name}</bdi></p>
            </#if>
            <#nested>
          </td>
        </tr>
        <tr>
          <td class="cp-muted" align="${start}" style="padding:20px 36px 0;font-size:13px;line-height:20px;color:#545d68;text-align:${start};overflow-wrap:anywhere;">
            <strong><bdi>${portal.name}</bdi></strong><#if (portal.description)?has_content><br><bdi>${portal.description}</bdi></#if>
            <#if (portal.help)?has_content><br><@with "clientPortalMailHelp" portal.help/></#if>
            <#if (portal.poweredBy)!false><br>${msg("clientPortalMailPoweredBy")}</#if>
          </td>
        </tr>
      </table>
    </td>
  </tr>
</table>
</body>
</html>
</#macro>
