package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.kernel.CaseNo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Two people open the same page about the way of a case: the second is told of the first and loses
 * nothing that was typed.
 */
@VegvisarTest
class WaysTogetherTest {

  private static final String CHANGED = "A colleague told something here a moment ago";

  @LocalServerPort int port;
  @Autowired Harness harness;
  @Autowired Journeys journeys;
  @Autowired CaseFacts facts;
  @Autowired OtherBodies bodies;

  private CaseNo caseNo;
  private WebUser first;
  private WebUser second;

  @BeforeEach
  void two_who_may_tell_the_way_of_a_case() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    caseNo = journeys.registered(journeys.referred());
    first = WebUser.signedIn(port, "assessor");
    second = WebUser.signedIn(port, "signer");
  }

  @Test
  @Requirement("S31")
  void two_choose_a_place_and_the_second_reads_what_the_first_chose() {
    String path = "/cases/" + caseNo + "/ways/place";
    Map<String, String> molde = opened(first, path, Map.of("place", "molde"));
    Map<String, String> elsewhere =
        opened(
            second,
            path,
            Map.of("place", "elsewhere", "receiver", "St. Olavs", "reason", "Ho flyttar dit"));

    assertThat(first.post(path, molde).statusCode()).isEqualTo(302);
    assertThat(first.post(path, molde).statusCode()).as("a double click").isEqualTo(302);
    HttpResponse<String> refused = second.post(path, elsewhere);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(CHANGED, "St. Olavs", "Ho flyttar dit", "Molde");
    assertThat(facts.count(caseNo, "referral.place-chosen/1")).isEqualTo(1);
    assertThat(facts.types(caseNo)).doesNotContain("casefile.transferred/1");

    elsewhere.putAll(WebUser.hidden(refused.body()));
    assertThat(second.post(path, elsewhere).statusCode()).as("after reading").isEqualTo(302);
  }

  @Test
  @Requirement("S31")
  void a_signer_who_is_no_assessor_tells_of_another_trust_too() {
    WebUser signer = WebUser.signedIn(port, "signer-2");
    String path = "/cases/" + caseNo + "/ways/place";
    Map<String, String> elsewhere =
        opened(
            signer,
            path,
            Map.of("place", "elsewhere", "receiver", "St. Olavs", "reason", "Ho flyttar dit"));

    assertThat(signer.post(path, elsewhere).statusCode()).isEqualTo(302);

    assertThat(facts.types(caseNo)).contains("casefile.transferred/1");
  }

  @Test
  @Requirement("S191")
  void two_note_another_bodys_case_and_it_stands_once_unless_the_second_means_another() {
    String path = "/cases/" + caseNo + "/ways/bodies";
    Map<String, String> typed = Map.of("kind", "hol10-2", "on", "2026-11-20");
    Map<String, String> one = opened(first, path, typed);
    Map<String, String> two = opened(second, path, typed);

    first.post(path, one);
    HttpResponse<String> refused = second.post(path, two);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(CHANGED, "value=\"2026-11-20\"", "from 20.11.2026");
    assertThat(bodies.of(caseNo)).hasSize(1);
  }

  @Test
  @Requirement("S191")
  void two_tell_that_it_ended_and_the_day_of_the_first_stands() {
    String list = "/cases/" + caseNo + "/ways/bodies";
    first.post(list, opened(first, list, Map.of("kind", "hol10-2", "on", "2026-11-20")));
    String path = list + "/" + bodies.of(caseNo).get(0).id();
    Map<String, String> one =
        opened(first, path, Map.of("step", "ended", "on", "2026-11-28", "reason", "Utskriven"));
    Map<String, String> two =
        opened(second, path, Map.of("step", "ended", "on", "2026-11-29", "reason", "Reist heim"));

    assertThat(first.post(path, one).statusCode()).isEqualTo(302);
    assertThat(first.post(path, one).statusCode()).as("a double click").isEqualTo(302);
    HttpResponse<String> refused = second.post(path, two);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains(CHANGED, "Reist heim", "ended 28.11.2026");
    assertThat(facts.count(caseNo, "referral.other-body-told/1")).isEqualTo(1);
    two.putAll(WebUser.hidden(refused.body()));
    assertThat(second.post(path, two).body()).contains("has been told already", "Reist heim");
  }

  @Test
  void a_page_sent_without_its_version_is_an_old_page() {
    String path = "/cases/" + caseNo + "/ways/place";
    first.get(path);

    assertThat(first.post(path, Map.of("place", "molde")).body()).contains(CHANGED);
    assertThat(facts.types(caseNo)).doesNotContain("referral.place-chosen/1");
  }

  private static Map<String, String> opened(WebUser web, String path, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.putAll(WebUser.hidden(web.get(path).body()));
    return fields;
  }
}
