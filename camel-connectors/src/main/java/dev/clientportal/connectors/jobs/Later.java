package dev.clientportal.connectors.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Commands that were put off until Keycloak has time for them. Their messages are gone from the queue, so that they keep no
 * consumer from other companies' work; those of the same company that come after one of them are put off behind it.
 */
public final class Later {
    private static final String FIRST_OF_GROUP = "select command_id, due from cn_later"
            + " join cn_command on id = command_id and state = 'WAITING'"
            + " where cn_later.company_group = :group order by place limit 1";

    private final Jdbi jdbi;
    private final Clock clock;

    public Later(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    private record First(String command, long due) {}

    /** Whether it may be begun now. If not, it was put off, and its message is done. */
    public boolean isItsTurn(Command command) {
        return jdbi.inTransaction(handle -> {
            Optional<First> first = handle.createQuery(FIRST_OF_GROUP)
                    .bind("group", command.companyGroup())
                    .map((row, context) -> new First(row.getString("command_id"), row.getLong("due")))
                    .findOne();
            if (first.isEmpty()) return true;
            if (first.get().command.equals(command.id()) && first.get().due <= clock.millis()) return true;
            putOff(handle, command, first.get().due);
            // Should the message of the first have been lost, it comes again; else it does no harm.
            handle.execute("update cn_later set queued = false where company_group = ?", command.companyGroup());
            return false;
        });
    }

    /**
     * Puts it off, and with it what is behind it already.
     *
     * @param seconds from now
     * @return when that was done to it for the first time, in milliseconds since 1970
     */
    public long putOff(Command command, long seconds) {
        long due = clock.millis() + seconds * 1000;
        return jdbi.inTransaction(handle -> {
            putOff(handle, command, due);
            handle.execute(
                    "update cn_later set due = ? where company_group = ? and due < ?",
                    due,
                    command.companyGroup(),
                    due);
            return handle.createQuery("select since from cn_later where command_id = ?")
                    .bind(0, command.id())
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** It keeps its place if it has one. */
    private void putOff(Handle handle, Command command, long due) {
        int there =
                handle.execute("update cn_later set due = ?, queued = false where command_id = ?", due, command.id());
        if (there == 1) return;
        handle.execute(
                "insert into cn_later (command_id, company_group, since, due, queued) values (?, ?, ?, ?, false)",
                command.id(),
                command.companyGroup(),
                clock.millis(),
                due);
    }

    /** Hands those whose time has come to the queue, in their order; should it not take them, they stay. */
    void feed(int max, Consumer<List<Command>> queue) {
        jdbi.useTransaction(handle -> {
            // Asked from the side of the few: this is done each second, and there may be a million commands.
            handle.execute("delete from cn_later where exists"
                    + " (select 1 from cn_command where id = command_id and state <> 'WAITING')");
            List<Command> due = handle.createQuery(
                            "select cn_command.* from cn_later join cn_command on id = command_id"
                                    + " where queued = false and due <= :now order by place limit :max")
                    .bind("now", clock.millis())
                    .bind("max", max)
                    .map(CommandStore::row)
                    .list();
            if (due.isEmpty()) return;
            int taken = handle.createUpdate(
                            "update cn_later set queued = true where queued = false and command_id in (<ids>)")
                    .bindList("ids", due.stream().map(Command::id).toList())
                    .execute();
            // Else another node hands them over at this moment.
            if (taken == due.size()) queue.accept(due);
            else handle.rollback();
        });
    }

    /** All of them are put onto the queue again when their time has come; for one that lost what was on it. */
    public void feedAgain() {
        jdbi.useHandle(handle -> handle.execute("update cn_later set queued = false"));
    }
}
