package dev.clientportal.e2e.portal;

import dev.clientportal.e2e.ManyContacts;
import dev.clientportal.e2e.Portal.Contact;
import javax.sql.DataSource;

/** Tasks by the hundred thousand, written into the portal application's PostgreSQL past it. */
record ManyTasks(DataSource database) {
    /** So many projects with so many tasks each. The contact sees all of them, every second one as everybody does. */
    void add(Contact contact, int projects, int tasks) {
        execute("""
                INSERT INTO project (id, firm, company_id, name, closed, created_at, created_by, version)
                SELECT 'many-' || substr(md5('%1$s' || i), 1, 31), 'northwind', '%1$s', 'Project ' || i, false, i, 'Mia Kask', 0
                FROM generate_series(1, %2$d) i""".formatted(contact.companyId(), projects));
        execute("""
                INSERT INTO task (id, firm, company_id, project_id, kind, title, due, sample, done, position, created_at,
                    created_by, version)
                SELECT gen_random_uuid()::text, p.firm, p.company_id, p.id, 'TO_DO', 'Task ' || i, DATE '2030-01-01' + i,
                    false, i %% 3 = 0, i, p.created_at, p.created_by, 0
                FROM project p, generate_series(1, %2$d) i WHERE p.company_id = '%1$s' AND p.id LIKE 'many-%%'
                """.formatted(contact.companyId(), tasks));
        execute("""
                INSERT INTO task_share (task_id, reader, firm, company_id, project_id, done, urgency)
                SELECT id, CASE WHEN position %% 2 = 0 THEN '*' ELSE '%2$s' END, firm, company_id, project_id, done,
                    due - DATE '1970-01-01'
                FROM task WHERE company_id = '%1$s' AND project_id LIKE 'many-%%'
                """.formatted(contact.companyId(), contact.id()));
        execute("ANALYZE project, task, task_share");
    }

    /** All that there are in the firm. */
    int count() {
        return Integer.parseInt(new PortalRows(database)
                .select("SELECT count(*) FROM task WHERE firm = 'northwind'")
                .get(0));
    }

    private void execute(String sql) {
        new ManyContacts(database).execute(sql);
    }
}
