package no.vegvisar.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at the screen: signs in, opens pages, fills in forms, and has every page checked by axe.
 */
final class Reader implements AutoCloseable {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private static final int MOST_TABS = 400;

  private final String base;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private static byte[] last = new byte[0];

  private Reader(Browser browser, String base, String language) {
    this(
        base,
        browser.newContext(
            new Browser.NewContextOptions().setLocale(language).setViewportSize(1440, 900)));
  }

  private Reader(String base, BrowserContext context) {
    this.base = base;
    this.context = context;
    this.page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.onConsoleMessage(
        m -> {
          if (m.type().equals("error")
              && (m.text().contains("Content Security Policy") || m.text().contains("Uncaught"))) {
            complaints.add(m.text());
          }
        });
    page.onPageError(complaints::add);
  }

  static Reader anonymous(Browser browser, String base) {
    return new Reader(browser, base, "en-GB");
  }

  /** The same person in a second tab of the same browser. */
  Reader tab() {
    return new Reader(base, context);
  }

  /** Signs in with name and password; in English unless the reader chooses otherwise. */
  static Reader as(Browser browser, String base, String userName, String password) {
    return new Reader(browser, base, "en-GB").signIn(userName, password);
  }

  Reader signIn(String userName, String password) {
    open("/login");
    page.locator("input[name=username]:not([type=hidden])").fill(userName);
    page.locator("input[name=password]").fill(password);
    page.locator("form:has(input[name=password]) button[type=submit]").first().click();
    page.waitForURL(url -> !url.endsWith("/login"));
    return this;
  }

  Page page() {
    return page;
  }

  Response open(String path) {
    Response response = page.navigate(base + path);
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return response;
  }

  String text() {
    return page.locator("main").first().innerText();
  }

  String path() {
    return page.url().substring(base.length());
  }

  /** No violation of WCAG 2.2 AA on this page, and nothing that the browser refused to run. */
  Reader checked() {
    // what slides under a sticky bar while scrolled is not what a reader who comes to the page sees
    page.evaluate("window.scrollTo(0, 0)");
    var violations =
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .map(
                    v ->
                        v.getId()
                            + " "
                            + v.getNodes().stream()
                                .map(n -> String.valueOf(n.getTarget()))
                                .limit(3)
                                .toList())
                .toList();
    assertThat(violations).as("axe on " + path()).isEmpty();
    assertThat(complaints).as("browser's complaints on " + path()).isEmpty();
    return this;
  }

  /**
   * Opens a task of the list by its name and the number of its case, and claims it when nobody has
   * it.
   */
  Reader take(String name, String caseNo) {
    open("/tasks?view=group");
    Locator row =
        page.locator("[data-row]", new Page.LocatorOptions().setHasText(caseNo))
            .filter(new Locator.FilterOptions().setHasText(name))
            .first();
    if (row.count() == 0) {
      open("/tasks?view=mine");
    }
    row.locator("a").first().click();
    page.waitForURL("**/tasks/*");
    Locator claim = page.locator("form[action$='/claim'] button").first();
    if (claim.count() > 0) {
      claim.click();
    }
    form();
    return this;
  }

  /** Opens a piece of work that is no task of a process, and goes where it is done. */
  Reader workOn(String where, String title) {
    Locator item = page.locator("[data-row] a", new Page.LocatorOptions().setHasText(title));
    for (String href : item.all().stream().map(a -> a.getAttribute("href")).toList()) {
      open(href);
      Locator there = page.locator("main a.ds-button[href*='" + where + "']");
      if (there.count() > 0) {
        there.first().click();
        page.waitForURL("**" + where + "**");
        return this;
      }
    }
    throw new AssertionError("nothing like " + title + " leads to " + where);
  }

  /** Fills a field of a plain page by its id. */
  Reader fill(String id, String text) {
    page.locator("#" + id).fill(text);
    return this;
  }

  Reader set(String id, LocalDateTime moment) {
    return fill(id, moment.truncatedTo(ChronoUnit.MINUTES).toString());
  }

  /** Presses the button of the form that goes to this address. */
  Reader press(String action) {
    page.locator("form[action$='" + action + "'] button[type=submit]").first().click();
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return this;
  }

  /**
   * Goes on with the tab key alone, round the page when need be, until the focus is there; a fault
   * when it never comes.
   */
  Keyboard tabTo(String selector) {
    for (int i = 0; i < MOST_TABS; i++) {
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return page.keyboard();
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the tab key does not reach " + selector + " on " + path());
  }

  /** Waits until the form is drawn. */
  Reader form() {
    page.locator(".vv-fjs form")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    return this;
  }

  private Locator field(String key) {
    return unfolded(page.locator("[id$='Field_" + key + "']").first());
  }

  /** Opens what is folded around it. */
  private static Locator unfolded(Locator inside) {
    inside.evaluate("e => { const fold = e.closest('details'); if (fold) fold.open = true; }");
    return inside;
  }

  Reader write(String key, String text) {
    field(key).fill(text);
    return this;
  }

  Reader date(String key, LocalDate day) {
    field(key).fill(DAY.format(day));
    return this;
  }

  Reader at(String key, LocalDateTime moment) {
    field(key).fill(DAY.format(moment));
    page.locator("[id$='Field_" + key + "-time']").first().fill(CLOCK.format(moment));
    return this;
  }

  /** Chooses an option of a radio or a checklist by its code. */
  Reader choose(String key, String value) {
    Object index =
        page.locator("script[data-json=schema]")
            .evaluate(
                "(e, [key, value]) => { const find = (cs) => { for (const c of cs) { if (c.key === key) return (c.values || [])"
                    + ".findIndex(o => o.value === value); if (c.components) { const r = find(c.components); if (r !== undefined) return r; } } };"
                    + " return find(JSON.parse(e.textContent).components); }",
                List.of(key, value));
    unfolded(page.locator("[id$='Field_" + key + "-" + index + "']").first())
        .check(new Locator.CheckOptions().setForce(true));
    return this;
  }

  Reader pick(String key, String value) {
    field(key).selectOption(value);
    return this;
  }

  Reader tick(String key) {
    Locator box = field(key);
    (box.evaluate("e => e.tagName").equals("INPUT") ? box : box.locator("input").first())
        .check(new Locator.CheckOptions().setForce(true));
    return this;
  }

  /** Adds a row to a list and answers its number. */
  int row(String list) {
    Locator section = page.locator("section[data-list='Field_" + list + "']");
    int rows = section.locator(".vv-rowbox").count();
    section.locator("button:has(use[href*='#Plus'])").last().click();
    section.locator(".vv-rowbox").nth(rows).waitFor();
    return rows;
  }

  Reader inRow(String list, int row, String key, String value) {
    Locator cell = page.locator("[id$='Field_" + list + "_" + key + "_" + row + "']").first();
    if (cell.evaluate("e => e.tagName").equals("SELECT")) {
      cell.selectOption(value);
    } else {
      cell.fill(value);
    }
    return this;
  }

  /** Sends the form and waits for the next page. */
  Reader send() {
    String before = page.url();
    page.locator("button[type=submit][form=task-form]").first().click();
    page.waitForURL(url -> !url.equals(before));
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return this;
  }

  /** Sends the form, which is refused; answers what the summary says. */
  String sendInVain() {
    page.locator("button[type=submit][form=task-form]").first().click();
    Locator summary = page.locator("[data-errors]");
    summary.waitFor();
    assertThat(
            summary.evaluate(
                "e => e === document.activeElement || e.contains(document.activeElement)"))
        .as("focus on the summary")
        .isEqualTo(true);
    return summary.innerText();
  }

  /** Sends the form, which a colleague, another tab or a lost session forbids; answers why. */
  String sendTooLate() {
    page.locator("button[type=submit][form=task-form]").first().click();
    Locator banner = page.locator("[data-banner]");
    page.waitForCondition(() -> !banner.textContent().isBlank());
    return banner.textContent();
  }

  /** Keeps what the last reader saw, for whoever has to find out why a step failed. */
  static void pictureOfLast(java.nio.file.Path file) throws java.io.IOException {
    java.nio.file.Files.createDirectories(file.getParent());
    java.nio.file.Files.write(file, last);
  }

  @Override
  public void close() {
    last = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
    context.close();
  }
}
