package dev.clientportal.portal.welcome;

import dev.clientportal.portal.firm.Firm;
import dev.clientportal.portal.page.Language;
import dev.clientportal.portal.task.NewTask;
import dev.clientportal.portal.task.TaskKind;
import dev.clientportal.portal.template.Templates;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/** What a new contact finds to do: the first task of the firm's template for it, else one in our words. */
@RequestScoped
public class SampleTask {
    private final Templates templates;
    private final Language language;

    SampleTask(Templates templates, Language language) {
        this.templates = templates;
        this.language = language;
    }

    public NewTask of(Firm firm, Set<String> readers) {
        return templates
                .sample(firm.realm())
                .map(task -> task.asTask(firm.today(), true, readers))
                .orElseGet(() -> {
                    WelcomeMessages words =
                            MessageBundles.get(WelcomeMessages.class, Localized.Literal.of(language.tag()));
                    return new NewTask(
                            TaskKind.TO_DO,
                            words.sampleTitle(),
                            words.sampleText(firm.name()),
                            null,
                            false,
                            true,
                            readers);
                });
    }
}
