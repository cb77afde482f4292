package dev.clientportal.keycloak.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.keycloak.theme.ThemeResources;

class ThemeTextsTest {
    private final Properties messages = new Properties();
    private final Map<String, Object> page = new HashMap<>();

    @Test
    void whatAPageSaysStandsBehindTheThemesMessagesAndLeavesThemAsTheyAre() {
        messages.put("title", "Sign in");
        page.put("title", "Mine");
        page.put("address", "anna@client.example");
        page.put("nothing", null);

        Properties both = new ThemeTexts(messages, ThemeResources.empty()).with(page);

        for (String name : new String[] {"title", "address", "nothing", "other"}) {
            String expected =
                    Map.of("title", "Sign in", "address", "anna@client.example").getOrDefault(name, name);
            assertThat(both.getOrDefault(name, name)).isEqualTo(expected);
            assertThat(both.getProperty(name, name)).isEqualTo(expected);
        }
        assertThat(messages).hasSize(1);
    }
}
