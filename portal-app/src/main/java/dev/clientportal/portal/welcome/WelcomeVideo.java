package dev.clientportal.portal.welcome;

import dev.clientportal.portal.PortalSettings;
import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Language;
import dev.clientportal.portal.signin.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The film that greets new contacts: {@code <domain>.mp4} in the folder of the setting {@code client-portal.welcome-folder},
 * else the one that {@code client-portal.welcome-url} names. Captions are in the folder, {@code <domain>.<language>.vtt}.
 */
@Named
@RequestScoped
public class WelcomeVideo {
    private final PortalSettings settings;
    private final Place place;
    private final Visit visit;
    private final Language language;

    WelcomeVideo(PortalSettings settings, Place place, Visit visit, Language language) {
        this.settings = settings;
        this.place = place;
        this.visit = visit;
        this.language = language;
    }

    /** Its address, or null when the firm has none. */
    public String address() {
        if (film().isPresent()) return visit.address() + "/welcome/film";
        return settings.welcomeUrl().map(url -> url.address().toString()).orElse(null);
    }

    /** Those that there are. */
    public List<Language.Choice> captions() {
        return language.choices().stream()
                .filter(choice -> file("." + choice.tag() + ".vtt").isPresent())
                .toList();
    }

    Optional<Path> film() {
        return file(".mp4");
    }

    /** @param tag as somebody sent it */
    Optional<Path> captionsIn(String tag) {
        return captions().stream()
                .filter(choice -> choice.tag().equals(tag))
                .findFirst()
                .flatMap(choice -> file("." + choice.tag() + ".vtt"));
    }

    private Optional<Path> file(String ending) {
        return settings.welcomeFolder()
                .map(folder -> Path.of(folder).resolve(place.firm().domain() + ending))
                .filter(Files::isReadable);
    }
}
