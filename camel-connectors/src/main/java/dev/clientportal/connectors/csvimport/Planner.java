package dev.clientportal.connectors.csvimport;

import dev.clientportal.connectors.csvimport.CsvFile.Reading;
import dev.clientportal.connectors.csvimport.Directory.Known;
import dev.clientportal.connectors.project.CreateProject;
import dev.clientportal.connectors.project.CreateProject.Company;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The dry run: reads a file twice, asks what is there, and says what would happen. Nothing is changed. */
final class Planner {
    private static final int TOGETHER = 200;
    private static final int WARNINGS = 20;

    private final String realm;
    private final Supplier<InputStream> file;
    private final Reading reading;
    private final Directory directory;
    private final RefusedProjects refused;
    private final LongConsumer progress;

    /** Told of projects that the file's own rows do not speak against, and Keycloak does. */
    interface RefusedProjects {
        void add(PlannedProject project, RowError why);
    }

    /** @param progress told how many rows were read, now and then; may end the work by throwing */
    Planner(
            String realm,
            Supplier<InputStream> file,
            Reading reading,
            Directory directory,
            RefusedProjects refused,
            LongConsumer progress) {
        this.realm = realm;
        this.file = file;
        this.reading = reading;
        this.directory = directory;
        this.refused = refused;
        this.progress = progress;
    }

    /** @throws UnreadableFile when it cannot be read to its end; then nothing of it would be done */
    Plan plan(String fileHash) throws IOException {
        ScatteredProjects scattered;
        try (CsvFile csv = CsvFile.open(file.get(), reading)) {
            scattered = new ScatteredProjects(csv, () -> progress.accept(0));
        }
        try (ProjectGroups groups = new ProjectGroups(CsvFile.open(file.get(), reading), scattered)) {
            return plan(new Tally(fileHash), groups);
        }
    }

    private Plan plan(Tally tally, ProjectGroups groups) throws IOException {
        List<PlannedProject> together = new ArrayList<>();
        int contacts = 0;
        for (ProjectRows rows = groups.next(); rows != null; rows = groups.next()) {
            PlannedProject project = ProjectMaker.plan(rows);
            together.add(project);
            if (project.isGood()) contacts += 1 + project.project().contacts().size();
            if (contacts >= TOGETHER || together.size() >= TOGETHER) {
                count(tally, together);
                together.clear();
                contacts = 0;
                progress.accept(groups.file().rows());
            }
        }
        count(tally, together);
        return tally.plan(groups.file().rows(), warnings(groups.file().header()));
    }

    private void count(Tally tally, List<PlannedProject> projects) {
        List<CreateProject> good = projects.stream()
                .filter(PlannedProject::isGood)
                .map(PlannedProject::project)
                .toList();
        Known known = good.isEmpty() ? null : directory.lookUp(realm, good);
        for (PlannedProject project : projects) {
            if (!project.isGood()) {
                tally.refuse(project, project.errors());
                continue;
            }
            RowError nameless = nameless(project, known);
            if (nameless == null) {
                tally.count(project, known);
            } else {
                refused.add(project, nameless);
                tally.refuse(project, List.of(nameless));
            }
        }
    }

    /** A company can be made only with a name. Each project has to give it, as any of them may be the first to run. */
    private static RowError nameless(PlannedProject project, Known known) {
        Company company = project.project().company();
        if (company.name() != null || known.companies().get(company.key()).there()) return null;
        Row first = project.rows().first();
        String key = first.get(company.externalId() == null ? Column.COMPANY_ALIAS : Column.COMPANY_ID);
        return new RowError(
                first.line(),
                first.header().name(Column.COMPANY_NAME),
                null,
                "There is no company “" + key + "” yet, and the project gives no name for it.",
                "Write its name, or correct the company.");
    }

    private static List<String> warnings(Header header) {
        return header.unknown().stream()
                .limit(WARNINGS)
                .map(name -> "The column “" + name + "” is not known and is not read.")
                .toList();
    }
}
