<#ftl output_format="plainText">
<#import "client-portal-notice.ftl" as notice>
<@notice.mail lead="clientPortalDocumentText" button="clientPortalDocumentButton"/>
