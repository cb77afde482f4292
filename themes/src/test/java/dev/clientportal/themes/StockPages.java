package dev.clientportal.themes;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The login pages in Keycloak's own jar. */
final class StockPages {
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>");

    /** Frames and parts that we replace, and pages that no browser of a contact sees. */
    private static final List<String> REPLACED = List.of("template.ftl", "passkeys.ftl");

    private StockPages() {}

    static List<String> withInlineScript() {
        try {
            URI jar = new URI(StockPages.class
                    .getClassLoader()
                    .getResource("theme/base/login/template.ftl")
                    .toString()
                    .replaceAll("!.*", ""));
            try (FileSystem files = FileSystems.newFileSystem(jar, Map.of());
                    Stream<Path> pages = Files.list(files.getPath("theme/base/login"))) {
                return pages.filter(page -> page.toString().endsWith(".ftl"))
                        .filter(page -> INLINE_SCRIPT.matcher(text(page)).find())
                        .map(page -> page.getFileName().toString())
                        .filter(page -> !REPLACED.contains(page))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
