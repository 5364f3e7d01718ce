package no.vegvisar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.vegvisar.Journeys;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What no page of ours sends: whatever arrives at any address, from whomever, is answered by a page
 * that helps, and never by a fault of the server.
 */
@VegvisarTest
class HostileInputTest {

  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  private static final String LONG = "Å".repeat(60_000);

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired Journeys journeys;
  @Autowired CaseLedger ledger;
  @Autowired JdbcTemplate jdbc;

  private CaseNo caseNo;

  @BeforeEach
  void a_case() {
    caseNo = journeys.registered(journeys.referred());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "referrer",
        "intake",
        "therapist",
        "addiction-consultant",
        "process-editor",
        "auditor",
        "operator"
      })
  void no_address_answers_nonsense_with_a_fault(String user) {
    WebUser web = WebUser.signedIn(port, user);
    List<String> faults = new ArrayList<>();
    for (Address address : addresses()) {
      for (String word : List.of("nonsense", NIL, caseNo.value())) {
        for (String typed : typed(address, word)) {
          int status = web(web, address, word, typed).statusCode();
          if (status >= 500) {
            faults.add(status + " " + address + " with " + word + " and " + shortened(typed));
          }
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(ledger.verify(caseNo).whole()).isTrue();
  }

  @Test
  void a_case_number_that_is_none_is_a_mistyped_address() {
    assertThat(
            WebUser.signedIn(port, "therapist")
                .get("/cases/nonsense/assessment/letter")
                .statusCode())
        .isEqualTo(404);
    assertThat(WebUser.signedIn(port, "auditor").get("/audit/nonsense").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_letter_of_which_nothing_is_prepared_is_not_there() {
    assertThat(
            WebUser.signedIn(port, "assessor")
                .get("/cases/" + caseNo + "/assessment/letter")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_character_that_the_database_cannot_keep_is_refused_before_anything_is_done() {
    WebUser web = WebUser.signedIn(port, "intake");
    web.get("/tasks");

    assertThat(web.post("/cases/search", Map.of("q", "a\0b")).statusCode()).isEqualTo(400);
  }

  @Test
  void a_draft_that_is_no_object_is_refused_in_words() {
    WebUser web = WebUser.signedIn(port, "referrer");
    web.get("/referrals/new");
    for (String body : List.of("null", "{\"data\":[1]}", "{\"data\":\"x\"}", "{")) {
      int status =
          web.post("/forms/refer-patient/draft?id=" + NIL, "application/json", body).statusCode();

      assertThat(status).as(body).isIn(400, 422);
    }
  }

  @Test
  void of_answers_among_which_one_is_too_long_none_is_taken() {
    CaseNo asked =
        journeys.registered(
            journeys.referred(
                journeys.referral().with("allergies", "unknown").with("minorChildren", "unknown")));
    String reference =
        jdbc.queryForObject(
            "select reference from referral where case_no = ?", String.class, asked.value());
    WebUser gp = WebUser.signedIn(port, "referrer");
    gp.get("/referrals/" + reference);

    var refused =
        gp.post(
            "/referrals/" + reference + "/answers",
            Map.of("data", "{\"allergies\":\"none\",\"minorChildren\":\"" + LONG + "\"}"));

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from referral_question q join referral r on r.id = q.referral_id"
                    + " where r.reference = ? and q.answer is not null",
                Integer.class,
                reference))
        .isZero();
  }

  @Test
  void a_purpose_longer_than_a_sentence_is_refused_and_no_search_is_written() {
    WebUser web = WebUser.signedIn(port, "auditor");
    web.get("/audit");

    var refused = web.post("/audit", Map.of("case", caseNo.value(), "purpose", "x".repeat(501)));

    assertThat(refused.body()).contains("Write the purpose in at most 500 characters.");
    assertThat(
            jdbc.queryForObject(
                "select count(*) from audit_search where case_no = ?",
                Integer.class,
                caseNo.value()))
        .isZero();
  }

  @Test
  void a_letter_of_another_case_is_not_marked_as_returned() {
    WebUser web = WebUser.signedIn(port, "intake");
    web.get("/tasks");

    assertThat(
            web.post("/cases/" + caseNo + "/letters/" + NIL + "/returned", Map.of()).statusCode())
        .isEqualTo(403);
  }

  /** More than any field keeps is sent once to each address that takes a form. */
  private List<String> typed(Address address, String word) {
    return address.get() || !word.equals(caseNo.value())
        ? List.of("x", "\uD83D\uDCA5' or 1=1 --")
        : List.of("", "-99999-13-45", LONG);
  }

  private record Address(String path, boolean get, List<String> fields) {}

  /** Every address of the application's own controllers, with the names of its fields. */
  private List<Address> addresses() {
    List<Address> all = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (!method.getBeanType().getName().startsWith("no.vegvisar")) {
                return;
              }
              Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
              for (String pattern : mapping.getPatternValues()) {
                if (!pattern.equals("/login") && !pattern.equals("/language")) {
                  all.add(
                      new Address(pattern, !methods.contains(RequestMethod.POST), fields(method)));
                }
              }
            });
    assertThat(all).hasSizeGreaterThan(40);
    return all;
  }

  private static List<String> fields(HandlerMethod method) {
    return Stream.concat(
            Stream.of("_key", "_version", "reason", "data"),
            Arrays.stream(method.getMethodParameters())
                .map(
                    p ->
                        AnnotatedElementUtils.findMergedAnnotation(
                            p.getParameter(), RequestParam.class))
                .filter(p -> p != null)
                .map(p -> p.name().isEmpty() ? p.value() : p.name())
                .filter(name -> !name.isEmpty()))
        .distinct()
        .toList();
  }

  private static HttpResponse<String> web(WebUser web, Address address, String word, String typed) {
    String path = address.path().replaceAll("\\{[^}]+\\}+", word);
    Map<String, String> form = new HashMap<>();
    address.fields().forEach(field -> form.put(field, typed));
    if (!address.get()) {
      return web.post(path, form);
    }
    String query =
        String.join(
            "&",
            form.entrySet().stream()
                .map(
                    e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .toList());
    return web.get(path + "?" + query);
  }

  private static String shortened(String typed) {
    return typed.length() > 30 ? typed.length() + " letters" : typed;
  }
}
