package no.vegvisar.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The browser of the tests: the Chromium at hand, else the one Playwright fetches, else one line
 * that says what to install.
 */
final class Chromium implements AutoCloseable {

  private static final List<String> AT_HAND =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium launch() {
    Optional<Path> found =
        Optional.ofNullable(System.getenv("CHROMIUM"))
            .or(() -> AT_HAND.stream().filter(p -> Files.isExecutable(Path.of(p))).findFirst())
            .map(Path::of);
    Map<String, String> settings =
        found.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
    try {
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(settings));
      var options = new BrowserType.LaunchOptions().setArgs(QUIET);
      found.ifPresent(options::setExecutablePath);
      return new Chromium(playwright, playwright.chromium().launch(options));
    } catch (PlaywrightException e) {
      throw new AssertionError(
          "The browser tests need Chromium: install the package 'chromium', or name one in CHROMIUM. (-DskipBrowser leaves them out.)",
          e);
    }
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
