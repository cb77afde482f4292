package dev.clientportal.portal.home;

import dev.clientportal.portal.firm.Place;
import dev.clientportal.portal.page.Language;
import dev.clientportal.portal.page.Listing;
import dev.clientportal.portal.page.Messages;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskRow;
import dev.clientportal.portal.welcome.SampleTask;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Set;

/** The first page as a new contact will see it, with nothing of anybody on it. */
@RequestScoped
class SampleHome {
    private final Place place;
    private final SampleTask sample;
    private final Language language;

    SampleHome(Place place, SampleTask sample, Language language) {
        this.place = place;
        this.sample = sample;
        this.language = language;
    }

    /** In the visitor's language. */
    Messages words() {
        return MessageBundles.get(Messages.class, Localized.Literal.of(language.tag()));
    }

    TemplateInstance page() {
        NewTask task = sample.of(place.firm(), Set.of());
        TaskRow row = new TaskRow("", task.kind(), task.title(), task.due(), true, false, 0, null, null, false);
        return HomeResource.Templates.home(new Listing<>(List.of(row), null));
    }
}
