package dev.clientportal.e2e.firm;

import static dev.clientportal.e2e.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientportal.e2e.Answer;
import dev.clientportal.e2e.Api;
import dev.clientportal.e2e.Http;
import dev.clientportal.e2e.Portal;
import dev.clientportal.e2e.Stack;
import dev.clientportal.e2e.TestFirm;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A firm's pictures are what their bytes are, whatever the sender calls them. */
@ExtendWith(Stack.class)
@Tag("A2")
@Tag("S16")
class FirmImageIT {
    private static final int MOST = 256 * 1024;
    private static final byte[] PNG = bytes("89504e470d0a1a0a");

    private static final Api ADMINISTRATOR = Portal.administrator();

    @SuppressWarnings("NonFinalStaticField") // One realm serves all tests: making one takes longer than each of them.
    private static TestFirm firm;

    @BeforeAll
    static void newFirm() {
        firm = TestFirm.create();
        Portal.ok(firm.save(Map.of("domain", "images-" + UUID.randomUUID() + ".example")));
    }

    @AfterAll
    static void removeFirm() {
        firm.remove();
    }

    @BeforeEach
    void noPicture() {
        Portal.ok(ADMINISTRATOR.delete(logo()));
    }

    @ParameterizedTest(name = "{1} sent as {2}")
    @CsvSource({
        "89504e470d0a1a0a,         image/png,  image/png",
        "ffd8ffe000104a464946,     image/jpeg, image/png",
        "474946383961,             image/gif,  text/html",
        "524946460400000057454250, image/webp, application/octet-stream",
        "89504e470d0a1a0a,         image/png,  image/svg+xml",
    })
    void typeIsToldByTheContent(String hex, String type, String claimed) {
        byte[] content = Arrays.copyOf(bytes(hex), 64);

        assertThat(put(content, claimed).status()).isEqualTo(204);

        Answer read = ADMINISTRATOR.get(logo());
        assertThat(read.header("Content-Type")).isEqualTo(type);
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Answer seen = new Http().get(Stack.local().realmUrl(firm.realm()) + "/client-portal/brand/logo");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).isEqualTo(type);
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Content-Security-Policy")).isEqualTo("default-src 'none'");
        assertThat(firm.settings().json().path("logo").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg/>",
                "<!doctype html><script>alert(1)</script>",
                "GIF7nothing",
                "RIFF0000WAVE",
                "BM bitmap",
                "%PDF-1.7",
                "",
            })
    void whatIsNoPictureIsRefusedAndTheOldOneStays(String content) {
        Portal.ok(put(Arrays.copyOf(PNG, 64), "image/png"));
        String before = firm.settings().json().path("logo").asText();

        assertProblem(put(content.getBytes(StandardCharsets.ISO_8859_1), "image/png"), 415, "unsupported-image");

        assertThat(firm.settings().json().path("logo").asText()).isEqualTo(before);
        assertThat(ADMINISTRATOR.get(logo()).header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void pictureHasAtMostAQuarterOfAMebibyte() {
        Portal.ok(put(Arrays.copyOf(PNG, MOST), "image/png"));
        String before = firm.settings().json().path("logo").asText();

        assertProblem(put(Arrays.copyOf(PNG, MOST + 1), "image/png"), 413, "too-large");

        assertThat(firm.settings().json().path("logo").asText()).isEqualTo(before);
    }

    @Test
    void removedPictureIsGoneForEverybody() {
        Portal.ok(put(Arrays.copyOf(PNG, 64), "image/png"));
        Portal.ok(ADMINISTRATOR.delete(logo()));

        assertProblem(ADMINISTRATOR.get(logo()), 404, "not-found");
        assertThat(firm.settings().json().hasNonNull("logo")).isFalse();
        assertThat(new Http()
                        .get(Stack.local().realmUrl(firm.realm()) + "/client-portal/brand/logo")
                        .status())
                .isEqualTo(404);
    }

    private static Answer put(byte[] content, String type) {
        return ADMINISTRATOR.send(
                ADMINISTRATOR.request(logo()).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(content)));
    }

    private static String logo() {
        return firm.admin() + "/firm/logo";
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
