<#import "template.ftl" as layout>
<#-- The search needs js/companies.js, which shows it. Each company is one button, so that one press is the choice. -->
<#assign searchable = companies.list?size gte 8>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("clientPortalCompaniesTitle")}
  <#elseif section = "form">
    <#if companies.refused!false>
      <div class="cp-alert cp-alert-warning" role="status"><span class="cp-icon cp-icon-alert" aria-hidden="true"></span><span class="cp-alert-text">${msg("clientPortalCompaniesRefused")}</span></div>
    </#if>
    <p class="cp-lead">${msg("clientPortalCompaniesLead")}</p>
    <form id="client-portal-companies" class="cp-form" action="${url.loginAction}" method="post">
      <#if searchable>
        <div class="cp-group" data-search hidden>
          <label class="cp-label" for="company-search">${msg("clientPortalCompaniesSearch")}</label>
          <input id="company-search" class="cp-input" type="search" autocomplete="off" spellcheck="false" aria-controls="company-list" aria-describedby="company-none">
          <p id="company-none" class="cp-hint" role="status" data-none="${msg("clientPortalCompaniesNone")}"></p>
        </div>
      </#if>
      <ul id="company-list" class="cp-ways cp-companies">
        <#list companies.list as company>
          <li>
            <button class="cp-way" type="submit" name="company" value="${company.id}" data-name="${company.name}">
              <span class="cp-way-body"><span class="cp-way-title"><bdi>${company.name}</bdi></span></span>
              <span class="cp-way-arrow" aria-hidden="true"><span class="cp-icon cp-icon-next"></span></span>
            </button>
          </li>
        </#list>
      </ul>
      <button id="client-portal-cancel" class="cp-button cp-button-quiet cp-button-block" type="submit" name="cancel" value="true">${msg("clientPortalCompaniesCancel")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
