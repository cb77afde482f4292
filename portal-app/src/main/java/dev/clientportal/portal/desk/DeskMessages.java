package dev.clientportal.portal.desk;

import dev.clientportal.portal.audit.Action;
import dev.clientportal.portal.audit.Actor;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say where staff work. */
@MessageBundle("desk")
public interface DeskMessages {
    @Message("Projects")
    String projects();

    @Message("Company")
    String company();

    @Message("New project")
    String newProject();

    @Message("No projects yet")
    String noProjects();

    @Message("A project holds the tasks that {company} is asked to do.")
    String noProjectsText(String company);

    @Message("{done} of {all} done")
    String progress(long done, long all);

    @Message("No tasks")
    String noTasks();

    @Message("Add the first one below.")
    String noTasksText();

    @Message("Name")
    String name();

    @Message("Description (optional)")
    String description();

    @Message("Template")
    String template();

    @Message("None: without tasks for now")
    String noTemplate();

    @Message("Who sees the tasks")
    String shareWith();

    @Message("Who sees the task")
    String shareOne();

    @Message("Everybody of the company, also those who come later")
    String everybody();

    @Message("Only the contacts ticked here")
    String theseContacts();

    @Message("Nobody for now")
    String nobody();

    @Message("Nobody: take them back")
    String takeBack();

    @Message("The company has more contacts than these. Find the others by name or address.")
    String moreContacts();

    @Message("Create the project")
    String create();

    @Message("Cancel")
    String cancel();

    @Message("Add a task")
    String addTask();

    @Message("Kind")
    String kind();

    @Message("Title")
    String title();

    @Message("Due (optional)")
    String due();

    @Message("Everybody")
    String seenByAll();

    @Message("Contacts: {count}")
    String seenBy(long count);

    @Message("Not shared")
    String notShared();

    @Message("Share tasks")
    String shareTasks();

    @Message("Which tasks")
    String which();

    @Message("Those ticked above")
    String ticked();

    @Message("All tasks of the project")
    String all();

    @Message("Save who sees them")
    String apply();

    @Message("Saved for tasks: {count}")
    String shared(String count);

    @Message("Tick {title}")
    String tick(String title);

    @Message("Add new client")
    String newClient();

    @Message("They get an invitation to {company}’s portal by mail.")
    String newClientText(String company);

    @Message("They will see the task, too.")
    String newClientTask();

    @Message("They will see all tasks of the project, too.")
    String newClientProject();

    @Message("E-mail address")
    String email();

    @Message("First name")
    String firstName();

    @Message("Last name")
    String lastName();

    @Message("Add and invite")
    String invite();

    @Message("Edit")
    String edit();

    @Message("Edit the task")
    String editTask();

    @Message("Save")
    String save();

    @Message("See what it says now")
    String seeNow();

    @Message("Seen by")
    String seers();

    @Message("Write to those who see the task")
    String write();

    @Message("Send a reminder")
    String remind();

    @Message("Reminders sent for tasks: {count}")
    String reminded(String count);

    @Message("Nobody was reminded: none of these tasks is open and shared, or a reminder went out a moment ago.")
    String remindedNone();

    @Message("Last reminder {time}")
    String lastReminder(String time);

    @Message("Remind contacts by mail before and after the due date")
    String remindByDueDate();

    @Message("Reminders")
    String reminders();

    @Message(
            "Contacts are reminded by mail of open tasks that they see, in the morning of the days chosen here: of all their tasks of that day by one mail. A task can be left out of it.")
    String remindersText();

    @Message("Days before the due date")
    String daysBefore();

    @Message("Numbers with commas between, such as 7, 1. 0 is the due date itself. Empty for none.")
    String daysBeforeHint();

    @Message("Days after the due date")
    String daysAfter();

    @Message("Numbers with commas between, such as 1, 14. Empty for none.")
    String daysAfterHint();

    @Message("Nobody is reminded by the due date. You can still send a reminder from each task.")
    String remindersOff();

    @Message("Saved. It counts from today on.")
    String saved();

    @Message("Templates")
    String templates();

    @Message("New template")
    String newTemplate();

    @Message("No templates yet")
    String noTemplates();

    @Message("A template is a list of tasks that many projects begin with.")
    String noTemplatesText();

    @Message("Its first task greets new contacts")
    String sample();

    @Message("There is one such template: ticking it here unticks it at the other.")
    String sampleHint();

    @Message("Greets new contacts")
    String sampleMark();

    @Message("Task {number}")
    String row(String number);

    @Message("Due so many days later (optional)")
    String days();

    @Message("Add a row")
    String addRow();

    @Message("Remove task {number}")
    String removeRow(String number);

    @Message("Delete")
    String delete();

    @Message("Delete this template?")
    String deleteTitle();

    @Message("Projects made from it stay as they are.")
    String deleteText();

    @Message("Keep it")
    String keep();

    @Message("Close the project")
    String closeProject();

    @Message("Open it again")
    String reopenProject();

    @Message("The project is closed. Contacts read its tasks, and nobody changes them. Open it again to go on.")
    String closedText();

    @Message("Edit the project")
    String editProject();

    @Message("To the project")
    String toProject();

    @Message("Name contains")
    String projectSearch();

    @Message("No open project has “{words}” in its name.")
    String foundNoOpen(String words);

    @Message("No closed project has “{words}” in its name.")
    String foundNoClosed(String words);

    @Message("No closed projects")
    String noClosed();

    @Message("Find contacts: name or address begins with")
    String findContact();

    @Message("Found: {count}")
    String found(int count);

    @Message("Name of a project, or title of a task, contains")
    String findLabel();

    @Message("Find projects and tasks")
    String findTitle();

    @Message("Of all companies that you see: write a part of a name.")
    String findText();

    @Message("No project and no task that you see has “{words}” in its name.")
    String findNothing(String words);

    @Message("Project")
    String project();

    @Message("Activity")
    String activity();

    @Message("Who has done what here, newest first. Times are those of {firm}.")
    String activityText(String firm);

    @Message("Everybody")
    String byAll();

    @Message("{#switch kind}{#case CONTACT}Contacts{#case STAFF}Staff{#else}Automation{/switch}")
    String by(Actor.Kind kind);

    @Message("{#switch kind}{#case CONTACT}Contact{#case STAFF}Staff{#else}Automation{/switch}")
    String actor(Actor.Kind kind);

    @Message("Nothing yet")
    String noActivity();

    @Message("What contacts, staff and automation change here will be in this list.")
    String noActivityText();

    @Message("none any more")
    String gone();

    /** What was done; what it was done to stands behind it. */
    @Message("{#switch action}"
            + "{#case PROJECT_CREATED}Project created"
            + "{#case PROJECT_CHANGED}Project changed"
            + "{#case PROJECT_CLOSED}Project closed"
            + "{#case PROJECT_REOPENED}Project opened again"
            + "{#case TASK_CREATED}Task created"
            + "{#case TASK_CHANGED}Task changed"
            + "{#case TASK_SHARED}Task shared"
            + "{#case TASK_UNSHARED}Task taken back"
            + "{#case TASK_DONE}Task done"
            + "{#case TASK_REOPENED}Task not done after all"
            + "{#case TASK_SIGNED}Signed"
            + "{#case TASK_COMMENTED}Written to the task"
            + "{#case TASK_REMINDED}Reminder sent"
            + "{#case DOCUMENT_ADDED}File added"
            + "{#case DOCUMENT_REMOVED}File removed"
            + "{#case MESSAGE_SENT}Message in the conversation"
            + "{#case CONTACT_INVITED}Client invited"
            + "{#case TEMPLATE_CREATED}Template created"
            + "{#case TEMPLATE_CHANGED}Template changed"
            + "{#case TEMPLATE_DELETED}Template deleted{#else}Days of reminders changed{/switch}")
    String did(Action action);

    /** What is wrong with a field. */
    @Message("{#switch key}"
            + "{#case \"empty\"}Write something here first."
            + "{#case \"titleTooLong\"}That is too long: up to 200 characters."
            + "{#case \"textTooLong\"}That is too long: up to 4,000 characters."
            + "{#case \"nameTooLong\"}That is too long: up to 255 characters."
            + "{#case \"noDay\"}This is no day: write it as 2030-12-31."
            + "{#case \"noNumber\"}Write a number of days from 0 to 9999."
            + "{#case \"noDaysBefore\"}Write numbers of days from 0 to 365 with commas between, such as 7, 1."
            + "{#case \"noDaysAfter\"}Write numbers of days from 1 to 365 with commas between, such as 1, 14."
            + "{#case \"tooManyDays\"}Choose up to 10 days, before and after together."
            + "{#case \"chooseContact\"}Tick at least one contact of this company."
            + "{#case \"tickTasks\"}Tick at least one task, or choose all."
            + "{#case \"templateGone\"}This template was deleted meanwhile. Choose another."
            + "{#case \"formUsed\"}This form has made a project already. Send it again if you want another one."
            + "{#case \"changed\"}Somebody else changed it meanwhile. Nothing was saved; what you typed is still here."
            + "{#case \"projectClosed\"}The project was closed meanwhile. Nothing was saved; what you typed is still here."
            + "{#case \"nameTaken\"}Another template has this name."
            + "{#case \"tooManyRows\"}A template has up to 500 tasks."
            + "{#case \"sampleNeedsTask\"}A template that greets new contacts needs a task."
            + "{#case \"emailMissing\"}Write the e-mail address."
            + "{#case \"emailWrong\"}This is not an e-mail address that mail can be sent to."
            + "{#case \"firmInactive\"}The firm’s portal is not active, so nobody can be invited."
            + "{#case \"companyInactive\"}This company’s portal is not active. Activate it in Keycloak, then invite."
            + "{#case \"contactBlocked\"}This contact is blocked in this company. Unblock them in Keycloak first."
            + "{#case \"userDisabled\"}This person’s account is switched off in Keycloak."
            + "{#case \"addressInUse\"}The address belongs to another account."
            + "{#case \"addressBounced\"}The mail server refused this address for good. Ask for another one."
            + "{#case \"tooMany\"}A mail went to this address a moment ago, or too many went today. Try again later."
            + "{#case \"notAllowed\"}Your account may not add or invite contacts. The person who runs your Keycloak can change that."
            + "{#else}Keycloak did not take it. Check what you typed.{/switch}")
    String error(String key);
}
