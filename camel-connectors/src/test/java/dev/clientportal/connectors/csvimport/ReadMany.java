package dev.clientportal.connectors.csvimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a file of many rows, three to a project, that nobody ever holds, as a dry run does: twice. */
final class ReadMany {
    private ReadMany() {}

    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[0]);
        Plan plan = new Planner(
                        "firm",
                        () -> new Generated(rows),
                        CsvFiles.AS_IT_SAYS,
                        new KnownPeople(),
                        (project, why) -> {},
                        read -> {})
                .plan("file");
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.println("rows " + plan.rows() + ", projects "
                + plan.projects().create() + ", contacts " + plan.contacts().create() + ", heap " + used + " MB");
    }

    private static final class Generated extends InputStream {
        private final long rows;
        private long row = -1;
        private byte[] now = {};
        private int at;

        private Generated(long rows) {
            this.rows = rows;
        }

        private boolean hasMore() {
            if (at < now.length) return true;
            if (++row > rows) return false;
            at = 0;
            String line = row == 0
                    ? "company_id,company_name,project_id,project_name,email,first_name,last_name,language\r\n"
                    : "%d,Company of %d,P-%d,Annual report,contact%d@example.com,Mari,\"Maasikas, %d\",et\r\n"
                            .formatted(row / 30, row / 30, row / 3, row, row);
            now = line.getBytes(StandardCharsets.UTF_8);
            return true;
        }

        @Override
        public int read() {
            return hasMore() ? now[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (!hasMore()) return -1;
            int count = Math.min(length, now.length - at);
            System.arraycopy(now, at, into, from, count);
            at += count;
            return count;
        }
    }
}
