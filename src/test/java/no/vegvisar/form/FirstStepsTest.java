package no.vegvisar.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.kernel.OsloTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The first people of a case, each at their own pages: what they see, what is refused, what it
 * leads to.
 */
@VegvisarTest
class FirstStepsTest {

  private static final String REFERRAL =
      """
      {"patientIdKind":"none","patientName":"Grå Gran","writtenStandard":"nn","referrerKind":"gp","reason":"Drinks daily","helpWanted":"Treatment",
       "dependence":["alcohol"],"detoxNeed":"no","riskConcern":"no","medicines":"none","allergies":"noneKnown","minorChildren":"unknown",
       "patientAgrees":"yes"}
      """;

  @Autowired OpenTasks tasks;
  @Autowired ObjectMapper mapper;
  @Autowired Clock clock;
  @LocalServerPort int port;

  @Test
  @Requirement("S32")
  void from_the_senders_form_to_a_registered_referral() throws IOException {
    // given a referral that lacks one answer
    WebUser referrer = WebUser.signedIn(port, "referrer");
    String address = referrer.get("/referrals/new").headers().firstValue("Location").orElseThrow();
    String key =
        match(
            "name=\"_key\" value=\"([^\"]+)\"",
            referrer.get(address.replaceFirst("^https?://[^/]+", "")).body());
    referrer.with("Accept", "application/json");
    var lacking =
        send(referrer, "/referrals", REFERRAL.replace("\"reason\":\"Drinks daily\",", ""), "", key);
    assertThat(lacking.statusCode()).isEqualTo(422);
    assertThat(keys(lacking)).isEqualTo("reason");

    // when it is sent twice
    var sent = send(referrer, "/referrals", REFERRAL, "", key);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    assertThat(location(send(referrer, "/referrals", REFERRAL, "", key)))
        .isEqualTo(location(sent))
        .startsWith("/referrals/R");

    // then intake finds it in the list and takes it there
    OpenTask task =
        tasks.all().stream()
            .filter(t -> t.elementId().equals("UserTask_RegisterReferral"))
            .filter(t -> !t.created().isAfter(clock.instant()))
            .max(Comparator.comparing(OpenTask::created))
            .orElseThrow();
    WebUser intake = WebUser.signedIn(port, "intake");
    assertThat(intake.get("/tasks?view=unassigned&sort=created").body())
        .contains("task-" + task.taskId())
        .contains("Gran, Grå");
    assertThat(
            intake
                .post("/tasks/" + task.taskId() + "/take", Map.of())
                .headers()
                .firstValue("Location")
                .orElse(""))
        .endsWith("/tasks/" + task.taskId());
    String page = intake.get("/tasks/" + task.taskId()).body();
    assertThat(page)
        .contains("First received anywhere in specialist care")
        .contains("slot-referral")
        .contains("Grå Gran");
    assertThat(json(page, "schema").path("components")).isNotEmpty();
    assertThat(json(page, "data").path("channel").asText()).isEqualTo("web");
    assertThat(json(page, "errors")).isEmpty();

    // and a receipt of tomorrow is refused at its field, a right one leads on
    String version = match("name=\"_version\" value=\"([0-9a-f]{12})\"", page);
    intake.with("Accept", "application/json");
    String tomorrow = OsloTime.dateOf(clock.instant()).plusDays(1) + "T08:00";
    var early =
        send(
            intake,
            "/tasks/" + task.taskId() + "/complete",
            register(tomorrow),
            version,
            UUID.randomUUID().toString());
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(keys(early)).isEqualTo("firstReceipt");
    var done =
        send(
            intake,
            "/tasks/" + task.taskId() + "/complete",
            register(OsloTime.dateOf(clock.instant()) + "T00:00"),
            version,
            UUID.randomUUID().toString());
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(tasks.find(task.taskId())).isEmpty();
    assertThat(tasks.ofCase(task.caseNo())).isNotEmpty();
  }

  /** What the page hands to the form beside it. */
  private JsonNode json(String page, String name) throws IOException {
    return mapper.readTree(match("data-json=\"" + name + "\"[^>]*>([^<]*)</script>", page));
  }

  private static String register(String receipt) {
    return "{\"firstReceipt\":\""
        + receipt
        + "\",\"channel\":\"web\",\"identity\":\"none\",\"senderAuthority\":\"yes\",\"sameAsOpen\":\"no\","
        + "\"unit\":\"aalesund\",\"protectedAddress\":\"none\"}";
  }

  private static HttpResponse<String> send(
      WebUser user, String path, String data, String version, String key) {
    return user.post(path, Map.of("data", data, "_version", version, "_key", key));
  }

  private String keys(HttpResponse<String> answer) throws IOException {
    StringBuilder keys = new StringBuilder();
    for (JsonNode error : mapper.readTree(answer.body()).path("errors")) {
      keys.append(error.path("key").asText());
    }
    return keys.toString();
  }

  private String location(HttpResponse<String> answer) throws IOException {
    return mapper.readTree(answer.body()).path("location").asText();
  }

  private static String match(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
