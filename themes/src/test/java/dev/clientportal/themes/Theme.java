package dev.clientportal.themes;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.PropertyResourceBundle;

/** Renders a template of ours over Keycloak's base theme, as Keycloak's DefaultFreeMarkerProvider does. */
final class Theme {
    static final List<String> LANGUAGES = List.of("en", "et", "de", "nl");

    private final String type;
    private final Configuration freemarker = new Configuration(Configuration.VERSION_2_3_32);

    private Theme(String type) {
        this.type = type;
        freemarker.setOutputFormat(HTMLOutputFormat.INSTANCE);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setDefaultEncoding("UTF-8");
        freemarker.setLocalizedLookup(false);
        ClassLoader loader = Theme.class.getClassLoader();
        freemarker.setTemplateLoader(new MultiTemplateLoader(new TemplateLoader[] {
            new ClassTemplateLoader(loader, "theme/client-portal/" + type),
            new ClassTemplateLoader(loader, "theme/base/" + type)
        }));
        freemarker.setTemplateExceptionHandler((e, environment, out) -> {
            throw e;
        });
        freemarker.setLogTemplateExceptions(false);
    }

    static Theme login() {
        return new Theme("login");
    }

    static Theme email() {
        return new Theme("email");
    }

    static Theme account() {
        return new Theme("account");
    }

    /** The console's pages are no templates: here for its texts. */
    static Theme admin() {
        return new Theme("admin");
    }

    String render(String template, String language, Map<String, ?> attributes) {
        Map<String, Object> model = new HashMap<>(properties(language));
        model.putAll(attributes);
        try (StringWriter out = new StringWriter()) {
            freemarker.getTemplate(template).process(model, out);
            return out.toString();
        } catch (Exception e) {
            throw new AssertionError("%s in %s: %s".formatted(template, language, e.getMessage()), e);
        }
    }

    private Map<String, Object> properties(String language) {
        Properties texts = new Properties();
        for (String each : List.of("en", language)) {
            texts.putAll(read("theme/base/" + type + "/messages/messages_" + each + ".properties"));
            texts.putAll(messages(each));
        }
        Properties settings = read("theme/base/" + type + "/theme.properties");
        settings.putAll(read("theme/client-portal/" + type + "/theme.properties"));
        TemplateMethodModelEx same = arguments -> arguments.get(0);
        return Map.of(
                "properties",
                settings,
                "msg",
                message(texts, Locale.forLanguageTag(language)),
                "advancedMsg",
                advancedMessage(texts),
                "kcSanitize",
                same);
    }

    Properties messages(String language) {
        String folder = type.equals("admin") ? "theme-resources" : "theme/client-portal/" + type;
        return read(folder + "/messages/messages_" + language + ".properties");
    }

    Properties stockMessages() {
        return read("theme/base/" + type + "/messages/messages_en.properties");
    }

    /** Keycloak's MessageFormatterMethod, but for a key that does not exist: there it shows the key, here it fails. */
    private static TemplateMethodModelEx message(Properties texts, Locale locale) {
        return arguments -> {
            String key = arguments.get(0).toString();
            String text = texts.getProperty(key);
            if (text == null) {
                throw new IllegalArgumentException("no message " + key);
            }
            List<Object> values = new ArrayList<>();
            for (Object argument : arguments.subList(1, arguments.size())) {
                values.add(value((TemplateModel) argument));
            }
            return new SimpleScalar(new MessageFormat(text, locale).format(values.toArray()));
        };
    }

    /** Keycloak's AdvancedMessageFormatterMethod: "${key}" is a key, anything else is the text itself. */
    private static TemplateMethodModelEx advancedMessage(Properties texts) {
        return arguments -> {
            String text = arguments.get(0).toString();
            return text.startsWith("${") ? texts.getProperty(text.substring(2, text.length() - 1)) : text;
        };
    }

    private static Object value(TemplateModel argument) {
        try {
            return argument instanceof TemplateNumberModel number ? number.getAsNumber() : argument.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Theme.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                // Reads UTF-8 and, where that fails, ISO 8859-1, as Keycloak's PropertiesUtil does.
                PropertyResourceBundle bundle = new PropertyResourceBundle(in);
                bundle.keySet().forEach(key -> properties.put(key, bundle.getString(key)));
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
