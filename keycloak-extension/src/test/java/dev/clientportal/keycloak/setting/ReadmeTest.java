package dev.clientportal.keycloak.setting;

import dev.clientportal.keycloak.DocSection;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void readmeHasEverySettingAsTheCodeDeclaresIt() throws IOException {
        new DocSection(Path.of("README.md"), "settings").mustBe(SettingsTable.markdown());
    }
}
