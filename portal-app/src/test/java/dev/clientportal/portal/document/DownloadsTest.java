package dev.clientportal.portal.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E4")
class DownloadsTest {
    @Test
    void nameIsSaidTwice() {
        assertThat(Downloads.disposition("a b.pdf"))
                .isEqualTo("attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf");
        assertThat(Downloads.disposition("Käse*'50%'.pdf"))
                .isEqualTo("attachment; filename=\"K_se*'50_'.pdf\"; filename*=UTF-8''K%C3%A4se%2A%2750%25%27.pdf");
    }

    @Test
    void nameEndsNoHeader() {
        assertThat(Downloads.disposition("a\"; filename=b.exe\r\nSet-Cookie: c"))
                .startsWith("attachment; filename=\"a_; filename=b.exe__Set-Cookie: c\"; ");
    }
}
