<#import "client-portal-notice.ftl" as notice>
<@notice.mail preheader="clientPortalDocumentPreheader" lead="clientPortalDocumentText" button="clientPortalDocumentButton"/>
