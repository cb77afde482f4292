<#import "client-portal-notice.ftl" as notice>
<@notice.mail preheader="clientPortalReminderPreheader" lead="clientPortalReminderText" button="clientPortalReminderButton"/>
