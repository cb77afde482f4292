package dev.clientportal.portal.document;

import dev.clientportal.portal.PortalSettings;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which files are taken. Settings that cannot be are found when the application starts. */
@Startup
@Singleton
@Named("uploads")
public class UploadRules {
    private final long largestFile;
    private final long largestRequest;
    private final int mostFiles;
    private final Set<FileType> types;

    @Inject
    UploadRules(PortalSettings settings) {
        this(
                settings.uploads().largestFile().asLongValue(),
                settings.uploads().largestRequest().asLongValue(),
                settings.uploads().mostFiles(),
                settings.uploads().types().stream()
                        .map(UploadRules::type)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FileType.class))));
    }

    UploadRules(long largestFile, long largestRequest, int mostFiles, Set<FileType> types) {
        if (largestFile >= largestRequest) {
            throw new IllegalStateException(
                    "client-portal.uploads.largest-request has to be larger than client-portal.uploads.largest-file");
        }
        this.largestFile = largestFile;
        this.largestRequest = largestRequest;
        this.mostFiles = mostFiles;
        this.types = types;
    }

    private static FileType type(String setting) {
        return FileType.of(setting.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalStateException(
                        "client-portal.uploads.types names one that cannot be told by its content: " + setting));
    }

    /** In bytes. */
    public long largestFile() {
        return largestFile;
    }

    /** All files of one form together, in bytes. */
    public long largestRequest() {
        return largestRequest;
    }

    public int mostFiles() {
        return mostFiles;
    }

    /** For people: {@code PDF, JPG, …}. */
    public String kinds() {
        return types.stream()
                .map(type -> type.extensions().get(0).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** For a file input; that pictures are wanted makes phones offer their camera. */
    public String accept() {
        String endings = types.stream()
                .flatMap(type -> type.extensions().stream())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(","));
        return types.contains(FileType.JPEG) ? endings + ",image/jpeg" : endings;
    }

    /**
     * Tells what a file is, if it may be taken.
     *
     * @param name cleaned
     * @return its type, by its content
     */
    String contentType(String name, Path file) throws IOException, NotTakenException {
        long size = Files.size(file);
        if (size == 0) throw new NotTakenException(Problem.EMPTY);
        if (size > largestFile) throw new NotTakenException(Problem.TOO_LARGE);
        FileType type = FileType.of(FileName.extension(name))
                .filter(types::contains)
                .orElseThrow(() -> new NotTakenException(Problem.NOT_ALLOWED));
        String found = Content.typeOf(file);
        if (!type.isFoundAs(found)) throw new NotTakenException(Problem.MISLABELLED);
        return type.contentType(found);
    }
}
