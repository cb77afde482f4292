<#import "client-portal-notice.ftl" as notice>
<@notice.mail preheader="clientPortalTaskAssignedPreheader" lead="clientPortalTaskAssignedText" button="clientPortalTaskAssignedButton"/>
