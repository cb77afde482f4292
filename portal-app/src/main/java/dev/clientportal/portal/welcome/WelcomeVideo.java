package dev.clientportal.portal.welcome;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Language;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The film that greets new contacts: {@code <domain>.mp4} in the folder of the setting {@code client-portal.welcome-folder},
 * with captions {@code <domain>.<language>.vtt} beside it.
 */
@Named
@RequestScoped
public class WelcomeVideo {
    private static final String ADDRESS = "/welcome-video/";

    private final PortalSettings settings;
    private final Place place;
    private final Language language;

    WelcomeVideo(PortalSettings settings, Place place, Language language) {
        this.settings = settings;
        this.place = place;
        this.language = language;
    }

    /** The server answers for the files itself, in parts: telephones ask for those. */
    static void serve(@Observes Router router, PortalSettings settings) {
        settings.welcomeFolder().ifPresent(folder -> router.route(ADDRESS + "*")
                .handler(StaticHandler.create(
                                FileSystemAccess.ROOT,
                                Path.of(folder).toAbsolutePath().toString())
                        .setDirectoryListing(false)
                        .setIncludeHidden(false)));
    }

    /** Its address, or null when the firm has none. */
    public String address() {
        return address(".mp4");
    }

    /** Those that there are. */
    public List<Language.Choice> captions() {
        return language.choices().stream()
                .filter(choice -> captionsIn(choice.tag()) != null)
                .toList();
    }

    /** The address, or null. */
    public String captionsIn(String tag) {
        return address("." + tag + ".vtt");
    }

    private String address(String ending) {
        String name = place.firm().domain() + ending;
        boolean there = settings.welcomeFolder()
                .filter(folder -> Files.isReadable(Path.of(folder).resolve(name)))
                .isPresent();
        return there ? ADDRESS + name : null;
    }
}
