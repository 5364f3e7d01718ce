package no.vegvisar.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import no.vegvisar.Browsers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pages and their islands in a real browser, drawn from sample views under the product's own
 * content security policy, without a backend: what the form does while they type, and what diagrams
 * and keys do.
 */
class PagesInBrowserTest {

  private static final Path ASSETS = Path.of("target/classes/static");
  private static final Map<String, String> TYPES =
      Map.of(
          "js",
          "text/javascript",
          "css",
          "text/css",
          "svg",
          "image/svg+xml",
          "woff2",
          "font/woff2",
          "woff",
          "font/woff");

  private static HttpServer server;
  private static Playwright playwright;
  private static Browser browser;
  private static String base;

  private static volatile int answer = 200;
  private static volatile String answerBody = "{}";
  private static final List<String> received = Collections.synchronizedList(new ArrayList<>());

  private BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(
        Files.exists(ASSETS.resolve("assets/form.js")),
        "the front-end is not built (-DskipFrontend)");
    playwright = Browsers.playwright();
    browser = Browsers.open(playwright);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PagesInBrowserTest::serve);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.start();
    base = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop(0);
    }
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void nothing_yet() {
    received.clear();
    answer = 200;
    answerBody = "{}";
  }

  @AfterEach
  void leave() {
    if (context != null) {
      context.close();
    }
  }

  @Test
  void nothing_is_complained_about_before_the_first_try_and_then_the_summary_leads_to_each_field() {
    var page = open("form/task", 1440, 900);
    assertThat(page.locator("[aria-invalid=true]").count()).isZero();

    page.keyboard().press("Control+Enter");
    page.waitForSelector("[data-errors] li");

    assertThat(page.locator("[data-errors] li").allTextContents())
        .containsExactly(
            "Velg et svar på «Behandlingssted»",
            "Fyll ut «Siste frist for start»",
            "Fyll ut «Faglig begrunnelse»");
    assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("DS-ERROR-SUMMARY");
    page.locator("[data-errors] a").first().click();
    assertThat((String) page.evaluate("document.activeElement.id")).endsWith("-f3");
    assertThat(received).isEmpty();
  }

  @Test
  void dates_are_typed_as_people_write_them_and_sent_as_iso() {
    var page = open("form/task", 1440, 900);
    answerBody = "{\"location\":\"/done\"}";

    page.locator("[id$='-f3']").selectOption("a");
    page.locator("[id$='-f4']").fill("1.12.26");
    page.locator("[id$='-f5']").fill("2.12.2026");
    page.locator("[id$='-f5-time']").fill("930");
    page.locator("[id$='-f6']").fill("Individuell begrunnelse");
    page.locator("[id$='-f7']").fill("3,5");
    page.keyboard().press("Control+Enter");
    page.waitForURL("**/done");

    var sent = received.get(received.size() - 1);
    assertThat(sent)
        .startsWith("/tasks/t4/complete ")
        .contains(
            "\"start\":\"2026-12-01\"",
            "\"meeting\":\"2026-12-02T09:30\"",
            "\"weeks\":3.5",
            "_version=3",
            "_key=k-1");
  }

  @Test
  void an_impossible_date_is_told_apart_from_a_missing_one() {
    var page = open("form/task", 1440, 900);

    page.locator("[id$='-f4']").fill("31.02.2027");
    page.keyboard().press("Control+Enter");
    page.waitForSelector("[data-errors] li");

    assertThat(page.locator("[data-errors] li").allTextContents())
        .contains("Skriv datoen i «Siste frist for start» som dd.mm.åååå");
  }

  @Test
  void rows_are_added_and_removed_and_each_is_checked() {
    var page = open("form/task", 1440, 900);

    page.locator("[data-list=d1] > div > .ds-button").click();
    until(page, "document.activeElement.id.endsWith('-f9_1')");
    page.keyboard().press("Control+Enter");
    page.waitForSelector("[data-errors] li");
    assertThat(page.locator("[data-errors] li").allTextContents()).contains("Fyll ut «Navn»");

    page.locator("[id$='-f9_1']").fill("Storebror");
    page.locator(".vv-rowbox > .ds-button").first().click();
    until(page, "document.querySelectorAll('.vv-rowbox').length === 1");

    assertThat(page.locator("[id$='-f9_0']").inputValue()).isEqualTo("Storebror");
  }

  @Test
  void a_hidden_group_takes_its_answers_and_its_complaints_along() {
    var page = open("form/task", 1440, 900);

    page.locator("[id$='-f1-1']").check();
    until(page, "!document.querySelector('[id$=\"-f3\"]')");
    page.keyboard().press("Control+Enter");
    page.waitForSelector("[data-errors] li");

    assertThat(page.locator("[data-errors] li").allTextContents())
        .containsExactly("Fyll ut «Faglig begrunnelse»");
  }

  @Test
  void what_the_server_refuses_stands_at_its_field_until_the_answer_changes() {
    var page = open("form/task", 1440, 900);
    fillRequired(page);
    answer = 422;
    answerBody =
        "{\"message\":\"Nei\",\"errors\":[{\"key\":\"reason\",\"message\":\"Grunngi mer\"},{\"key\":\"children\",\"message\":\"Minst ett barn\"}]}";

    page.keyboard().press("Control+Enter");
    page.waitForSelector("[data-errors] li");

    assertThat(page.locator("[data-errors] li").allTextContents())
        .containsExactly("Grunngi mer", "Minst ett barn");
    assertThat(page.locator("[id$='-f6']").getAttribute("aria-invalid")).isEqualTo("true");
    page.locator("[id$='-f6']").fill("Grunngitt mer");
    until(page, "document.querySelectorAll('[data-errors] li').length === 1");
    assertThat(page.locator("[id$='-f6']").inputValue()).isEqualTo("Grunngitt mer");
  }

  @Test
  void a_conflict_a_lost_session_and_a_fault_each_say_what_to_do_and_keep_the_text() {
    var page = open("form/task", 1440, 900);
    fillRequired(page);

    for (var expected :
        Map.of(
                409, "Tore tok oppgaven før deg.",
                401,
                    "Du er logget ut. Logg inn i en annen fane og prøv igjen; teksten din står her.",
                500, "Vi fikk ikke kontakt med Vegvisar. Ingenting er borte; prøv igjen om litt.")
            .entrySet()) {
      answer = expected.getKey();
      answerBody = answer == 409 ? "{\"message\":\"Tore tok oppgaven før deg.\"}" : "{}";
      page.keyboard().press("Control+Enter");
      page.waitForCondition(
          () -> page.locator("[data-banner]").textContent().contains(expected.getValue()));
      assertThat(page.locator("[id$='-f6']").inputValue()).isEqualTo("Individuell begrunnelse");
    }
  }

  @Test
  void a_draft_saves_itself_when_the_hands_rest() {
    var page = open("form/task", 1440, 900);
    answerBody = "{\"rev\":3,\"savedAt\":\"10.11\"}";

    page.locator("[id$='-f6']").fill("Halv tanke");
    until(
        page, "document.querySelector('[data-saved] span').textContent === 'Utkast lagret 10.11'");

    assertThat(received.get(0))
        .startsWith("/tasks/t4/draft ")
        .contains("\"reason\":\"Halv tanke\"", "\"rev\":2");
  }

  @Test
  void the_text_of_the_server_stands_where_the_form_has_its_place() {
    var page = open("form/task", 1440, 900);

    assertThat(page.locator(".vv-text #slot-deadline-guidance").innerText()).contains("6 uker");
  }

  @Test
  void a_diagram_speaks_the_readers_language_and_shows_the_path() {
    var page = open("audit/case", 1440, 900);
    page.waitForSelector("[data-island=diagram][data-ready]");

    assertThat(page.locator(".djs-container").textContent())
        .contains("Registrer")
        .doesNotContain("Register");
    assertThat(page.locator(".vv-active[data-element-id=UserTask_ConfirmRoute]").count())
        .isEqualTo(1);
    assertThat(page.locator(".djs-container > svg").getAttribute("aria-hidden")).isEqualTo("true");
  }

  @Test
  void the_editor_writes_the_drawing_into_the_form_it_sends() {
    var page = open("modelling/edit", 1440, 900);
    page.waitForSelector("[data-island=modeler][data-ready]");

    page.locator("button[commandfor=send][command=show-modal]").click();
    page.locator("#reason").fill("Barn avklares først");
    page.locator("#send button[type=submit]").click();
    page.waitForURL("**/send");

    assertThat(received.get(0))
        .startsWith("/processes/referral-intake/send ")
        .contains("<bpmn:process id=\"referral-intake\"");
  }

  @Test
  void keys_move_through_the_list_and_can_be_turned_off() {
    var page = open("worklist/list", 1440, 900);

    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.evaluate("document.activeElement.closest('tr').id")).isEqualTo("task-t4");
    page.keyboard().press("x");
    assertThat(page.locator(".vv-bulk__n").textContent()).isEqualTo("1 valgt");
    page.keyboard().press("?");
    page.locator("#shortcut-switch").uncheck();
    page.keyboard().press("Escape");
    page.keyboard().press("j");
    assertThat(page.evaluate("document.activeElement.closest('tr')?.id ?? ''"))
        .isNotEqualTo("task-t5");
  }

  // by the debugger, because the policy rightly forbids evaluating strings in the page
  private static void until(Page page, String holds) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(holds)));
  }

  private static void fillRequired(Page page) {
    page.locator("[id$='-f3']").selectOption("a");
    page.locator("[id$='-f4']").fill("01.12.2026");
    page.locator("[id$='-f6']").fill("Individuell begrunnelse");
  }

  private Page open(String name, int width, int height) {
    complaints.clear();
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    var page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate(base + "/p/" + name);
    if (page.locator("[data-island=form]").count() > 0) {
      page.waitForSelector("[data-island=form][data-ready]");
    }
    return page;
  }

  private static void serve(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var json = "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        received.add(path + " " + (json ? body : URLDecoder.decode(body, StandardCharsets.UTF_8)));
        respond(exchange, answer, "application/json", answerBody.getBytes(StandardCharsets.UTF_8));
      } else if (path.startsWith("/p/")) {
        var name = path.substring(3);
        var policy =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; form-action 'self'";
        exchange
            .getResponseHeaders()
            .set(
                "Content-Security-Policy",
                name.equals("modelling/edit")
                    ? policy + "; style-src-attr 'unsafe-inline'"
                    : policy);
        respond(
            exchange, 200, "text/html; charset=utf-8", html(name).getBytes(StandardCharsets.UTF_8));
      } else if (path.equals("/sample.bpmn")) {
        respond(
            exchange,
            200,
            "application/xml",
            Files.readAllBytes(Path.of("processes/referral-intake.bpmn")));
      } else if (path.equals("/done")) {
        respond(exchange, 200, "text/plain", new byte[] {'!'});
      } else {
        var file = ASSETS.resolve(path.substring(1)).normalize();
        if (file.startsWith(ASSETS) && Files.isRegularFile(file)) {
          var type =
              TYPES.getOrDefault(
                  path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
          respond(exchange, 200, type, Files.readAllBytes(file));
        } else {
          respond(exchange, 404, "text/plain", new byte[] {'?'});
        }
      }
    }
  }

  private static String html(String name) {
    try {
      return PagesTest.draw(name, "nb");
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static void respond(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
