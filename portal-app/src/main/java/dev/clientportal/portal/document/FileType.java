package dev.clientportal.portal.document;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The kinds of files that can be told by their content. The setting {@code client-portal.uploads.types} says which are taken. */
enum FileType {
    PDF(List.of("pdf"), "application/pdf"),
    JPEG(List.of("jpg", "jpeg"), "image/jpeg"),
    PNG(List.of("png"), "image/png"),
    GIF(List.of("gif"), "image/gif"),
    WEBP(List.of("webp"), "image/webp"),
    HEIC(List.of("heic", "heif"), "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"),
    DOCX(List.of("docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX(List.of("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX(List.of("pptx"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    DOC(List.of("doc"), "application/msword"),
    XLS(List.of("xls"), "application/vnd.ms-excel"),
    PPT(List.of("ppt"), "application/vnd.ms-powerpoint"),
    ODT(List.of("odt"), "application/vnd.oasis.opendocument.text"),
    ODS(List.of("ods"), "application/vnd.oasis.opendocument.spreadsheet"),
    ODP(List.of("odp"), "application/vnd.oasis.opendocument.presentation"),
    TXT(List.of("txt"), "text/plain"),
    CSV(List.of("csv"), "text/csv", "text/plain"),
    ZIP(List.of("zip"), "application/zip");

    private final List<String> extensions;
    private final List<String> contents;

    FileType(List<String> extensions, String... contents) {
        this.extensions = extensions;
        this.contents = List.of(contents);
    }

    static Optional<FileType> of(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** Those that a name of this type may end with. */
    List<String> extensions() {
        return extensions;
    }

    /** What a file of this type may be found to be. */
    boolean isFoundAs(String contentType) {
        return contents.contains(contentType);
    }

    /** What readers are told that it is, when it was found to be that. */
    String contentType(String found) {
        return Set.of(TXT, CSV).contains(this) ? contents.get(0) : found;
    }
}
