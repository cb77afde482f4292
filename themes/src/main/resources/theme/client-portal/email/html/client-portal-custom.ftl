<#import "client-portal-notice.ftl" as notice>
<@notice.mail preheader="clientPortalCustomPreheader" lead="clientPortalCustomText" button="clientPortalCustomButton"/>
