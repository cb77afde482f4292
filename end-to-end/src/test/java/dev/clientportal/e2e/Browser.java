package dev.clientportal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chromium, without its window where that can be had: the one on the {@code PATH}, else Playwright's own. Each person gets
 * a window of their own.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", // Chromium refuses to start as root otherwise, and CI is root.
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String UNSEEN_FRAMES = """
            () => [...document.querySelectorAll("iframe:not([sandbox=''])")]
              .filter(frame => frame.srcdoc || !frame.contentDocument)
              .map(frame => frame.outerHTML)""";

    /** A page of Keycloak's console on a busy machine has taken more than Playwright's own 5 s. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(List<String> more) {
        Optional<Path> installed = onPath("chromium-headless-shell").or(() -> onPath("chromium"));
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(installed.isPresent() ? noDownload() : Map.of()));
        var options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList());
        installed.ifPresent(options::setExecutablePath);
        chromium = playwright.chromium().launch(options);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** @param more flags of Chromium's */
    public static Browser start(String... more) {
        return new Browser(List.of(more));
    }

    /** A window with its own cookies, 390 pixels wide. */
    public BrowserContext phone() {
        return chromium.newContext(window(390, 844).setHasTouch(true));
    }

    /** A window with its own cookies, 1280 pixels wide. */
    public BrowserContext desktop() {
        return chromium.newContext(window(1280, 900));
    }

    public BrowserContext withoutJavaScript() {
        return chromium.newContext(window(1280, 900).setJavaScriptEnabled(false));
    }

    /** Anything else: colour scheme, zoom, language. */
    public BrowserContext window(com.microsoft.playwright.Browser.NewContextOptions options) {
        return chromium.newContext(options);
    }

    /** Whether somebody wants to look at the pages: {@code -Dpictures=true}. */
    public static boolean takesPictures() {
        return Boolean.getBoolean("pictures");
    }

    /**
     * Keeps a picture, where that is wanted, as {@code target/screenshots/<name>-<width>.png}. Wait for an element of the page
     * before.
     */
    public static void screenshot(Page page, String name) {
        if (!takesPictures()) return;
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + page.viewportSize().width + ".png")));
    }

    /**
     * What axe finds that keeps people out: serious and critical, nothing less. It cannot look where no script may run, nor
     * into frames of another origin, of which there must be none: to look there takes it four times as long.
     */
    public static List<String> seriousProblems(Page page) {
        assertThat(page.evaluate(UNSEEN_FRAMES)).asInstanceOf(LIST).isEmpty();
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options).setLegacyMode(true).exclude("iframe[sandbox='']").analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(String.valueOf(rule.getImpact())))
                        .map((Rule rule) -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                        .toList();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static com.microsoft.playwright.Browser.NewContextOptions window(int width, int height) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en");
    }

    private static Map<String, String> noDownload() {
        return Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
