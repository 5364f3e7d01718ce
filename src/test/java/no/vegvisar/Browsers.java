package no.vegvisar;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The browser of the tests: the Chromium at hand, else one Playwright fetches, else a line that
 * says what to install (decisions 37). {@code -DskipBrowser} leaves these tests out.
 */
public final class Browsers {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private Browsers() {}

  /** Starts Playwright; close it when done. */
  public static Playwright playwright() {
    Assumptions.assumeFalse(Boolean.getBoolean("skipBrowser"), "-DskipBrowser");
    var environment =
        atHand().isPresent()
            ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            : Map.<String, String>of();
    return Playwright.create(new Playwright.CreateOptions().setEnv(environment));
  }

  /** Opens a headless Chromium. */
  public static Browser open(Playwright playwright) {
    var options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    atHand().ifPresent(options::setExecutablePath);
    try {
      return playwright.chromium().launch(options);
    } catch (PlaywrightException e) {
      throw new IllegalStateException(
          "The browser tests need Chromium: install the package chromium, or run with -DskipBrowser",
          e);
    }
  }

  private static Optional<Path> atHand() {
    var named = System.getenv("CHROMIUM");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
