package no.vegvisar.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import no.vegvisar.ActingAs;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.engine.Models;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A changed model on its way: nobody's change is lost, whoever clicks when. */
@VegvisarTest
class ModelChangeTest {

  private static final String KEY = "referral-completeness";
  private static final String WHY = "Seksjonen vil ha det slik";

  @Autowired Models models;
  @Autowired ModelDesk desk;
  @Autowired ActingAs actingAs;
  @LocalServerPort int port;

  /** What a later test meets is no draft of these. */
  @AfterEach
  void send_back_what_waits() {
    actingAs.user(
        "process-approver",
        () -> {
          desk.of(KEY).stream()
              .filter(d -> d.state() == ModelDraft.State.WAITING)
              .forEach(d -> desk.decide(d.id(), false, "Test").value());
          return null;
        });
  }

  @Test
  void what_was_drawn_on_an_older_version_is_refused_and_comes_back_with_the_page() {
    WebUser slow = WebUser.signedIn(port, "process-editor");
    Map<String, String> drawn = editor(slow, "Teikna før kollegaen");
    approved(changed("Frå kollegaen"));

    HttpResponse<String> refused = slow.post("/processes/" + KEY + "/drafts/drawn", drawn);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains("A newer version came into use after you opened the page.")
        .contains(WHY, "Teikna før kollegaen");
    assertThat(models.source(KEY, models.versions(KEY).get(0).version()).orElseThrow())
        .contains("Frå kollegaen");
    // and a second click from the page that came back does not slip through
    drawn.putAll(WebUser.hidden(refused.body()));
    assertThat(slow.post("/processes/" + KEY + "/drafts/drawn", drawn).statusCode()).isEqualTo(409);
  }

  @Test
  void two_clicks_at_once_make_one_draft() {
    WebUser editor = WebUser.signedIn(port, "process-editor");
    Map<String, String> drawn = editor(editor, "To klikk");
    List<WebUser> tabs = List.of(editor, WebUser.signedIn(port, "process-editor"));
    tabs.forEach(tab -> tab.get("/processes"));
    int before = drafts();

    List<CompletableFuture<Integer>> clicks =
        tabs.stream()
            .map(
                tab ->
                    CompletableFuture.supplyAsync(
                        () -> tab.post("/processes/" + KEY + "/drafts/drawn", drawn).statusCode()))
            .toList();

    assertThat(clicks).extracting(CompletableFuture::join).containsOnly(302);
    assertThat(drafts()).isEqualTo(before + 1);
  }

  @Test
  void an_approval_sent_twice_makes_one_version_and_of_two_drafts_one_comes_into_use() {
    UUID first = sent(changed("Første utkast"));
    UUID second = sent(changed("Andre utkast"));
    int before = models.versions(KEY).size();
    WebUser approver = WebUser.signedIn(port, "process-approver");

    assertThat(decide(approver, first, "approve").statusCode()).isEqualTo(302);
    assertThat(decide(approver, first, "approve").statusCode()).isEqualTo(302);
    HttpResponse<String> overtaken = decide(approver, second, "approve");

    assertThat(overtaken.statusCode()).isEqualTo(409);
    assertThat(overtaken.body()).contains("A newer version came into use while this draft waited");
    assertThat(models.versions(KEY)).hasSize(before + 1);
  }

  @Test
  void a_decision_that_no_button_takes_decides_nothing() {
    UUID draft = sent(changed("Utan knapp"));
    WebUser approver = WebUser.signedIn(port, "process-approver");

    assertThat(decide(approver, draft, "whatever").statusCode()).isEqualTo(400);

    assertThat(desk.get(draft).state()).isEqualTo(ModelDraft.State.WAITING);
  }

  @Test
  void a_changed_table_is_read_as_its_files_and_not_as_a_diagram_that_cannot_be_drawn() {
    UUID draft = sent(changed("Lesen som fil"));
    WebUser approver = WebUser.signedIn(port, "process-approver");

    String page = approver.get("/processes/" + KEY + "/drafts/" + draft).body();

    assertThat(page).contains("File of v", "File of Draft").doesNotContain("data-island=");
    assertThat(approver.get("/processes/" + KEY + "/drafts/" + draft + "/xml").body())
        .contains("Lesen som fil");
  }

  private HttpResponse<String> decide(WebUser approver, UUID draft, String decision) {
    String page = "/processes/" + KEY + "/drafts/" + draft;
    approver.get(page);
    return approver.post(page, Map.of("decision", decision, "comment", "Lest"));
  }

  private Map<String, String> editor(WebUser editor, String words) {
    Map<String, String> form =
        new HashMap<>(WebUser.hidden(editor.get("/processes/" + KEY + "/edit").body()));
    form.put("xml", changed(words));
    form.put("reason", WHY);
    return form;
  }

  private String changed(String words) {
    String before = "and so is a letter.";
    String shipped = models.source(KEY, 1).orElseThrow();
    assertThat(shipped).contains(before);
    return shipped.replace(before, words);
  }

  private UUID sent(String xml) {
    return actingAs.user(
        "process-editor",
        () -> desk.send(KEY, xml, WHY, "browser", null, UUID.randomUUID().toString()).value());
  }

  private void approved(String xml) {
    UUID draft = sent(xml);
    actingAs.user("process-approver", () -> desk.decide(draft, true, null).value());
  }

  private int drafts() {
    return actingAs.user("process-editor", () -> desk.of(KEY).size());
  }
}
