package dev.clientportal.themes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes every page and mail as a file, to be looked at in a browser: {@code Preview <folder> [language]}. */
final class Preview {
    private Preview() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String language = arguments.length > 1 ? arguments[1] : "en";
        for (Samples.Page page : Samples.loginPages(language, "Tamm & Partners OÜ")) {
            write(folder, page.name(), Theme.login().render(page.template(), language, page.model()));
        }
        for (String name : List.of(
                "login",
                "login-password",
                "login-otp",
                "select-authenticator",
                "error",
                "logout-confirm",
                "login-update-profile",
                "select-organization",
                "terms",
                "login-page-expired")) {
            write(folder, "stock-" + name, Theme.login().render(name + ".ftl", language, LoginPagesTest.stock(name)));
        }
        for (String mail : Samples.MAILS) {
            Map<String, Object> model = Samples.mail(language, "Nordlight Legal");
            model.put("contact", Map.of("firstName", "Anna", "lastName", "Tamm"));
            model.put("company", "Tamm & Partners OÜ");
            write(folder, "mail-" + mail, Theme.email().render("html/client-portal-" + mail + ".ftl", language, model));
            Files.writeString(
                    folder.resolve("mail-" + mail + ".txt"),
                    Theme.email().render("text/client-portal-" + mail + ".ftl", language, model));
        }
    }

    private static void write(Path folder, String name, String html) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), html);
    }
}
