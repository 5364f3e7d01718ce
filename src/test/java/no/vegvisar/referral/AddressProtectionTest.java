package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import no.vegvisar.patient.Patients.Protection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What intake's forms may do to an address that is protected already. */
@VegvisarTest
class AddressProtectionTest {

  @LocalServerPort int port;
  @Autowired PaperReferrals paper;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired FormPages pages;
  @Autowired ActingAs actingAs;
  @Autowired ObjectMapper json;

  private CaseNo first;
  private Object nationalId;

  @BeforeEach
  void somebody_whose_referral_is_not_registered() {
    harness.at(Instant.parse("2027-09-06T08:00:00Z"));
    Journeys.Answers referral = journeys.referral();
    nationalId = referral.value("nationalId");
    first = journeys.referred(referral);
  }

  @ParameterizedTest
  @CsvSource({
    "strictlyConfidential, none, STRICTLY_CONFIDENTIAL",
    "strictlyConfidential, confidential, STRICTLY_CONFIDENTIAL",
    "confidential, clientAddress, CONFIDENTIAL",
    "confidential, unknown, CONFIDENTIAL",
    "confidential, strictlyConfidential, STRICTLY_CONFIDENTIAL",
    "clientAddress, none, CLIENT_ADDRESS",
    "none, clientAddress, CLIENT_ADDRESS",
    "unknown, none, NONE"
  })
  @Requirement({"S16", "E10"})
  void a_referral_on_paper_can_raise_the_protection_and_never_lower_it(
      String known, String typed, Protection stands) {
    registered(first, known);

    CaseNo second = takenDown(typed);

    assertThat(person(second).id()).isEqualTo(person(first).id());
    assertThat(person(first).protection()).isEqualTo(stands);
  }

  @Test
  @Requirement({"S16", "E10"})
  void a_letter_held_on_the_open_case_stays_held_when_another_referral_comes_by_phone() {
    registered(first, "confidential");

    CaseNo second = takenDown("none");
    journeys.signed(first);
    harness.settle(first);

    assertThat(journeys.openForms(first)).contains("tell-patient-another-way");
    assertThat(facts.words(first, "correspondence.letter-held/1"))
        .containsExactly("protected-address");
    assertThat(WebUser.signedIn(port, "intake").get("/cases/" + first + "/overview").body())
        .contains("vv-patient--protected");
    assertThat(
            actingAs.user(
                "intake",
                () ->
                    pages
                        .context(
                            "register-referral", journeys.task(second, "register-referral"), second)
                        .prefill()))
        .containsEntry("protectedAddress", "confidential");
  }

  @Test
  @Requirement("E10")
  void not_to_know_changes_nothing_and_the_ledger_says_what_stands() {
    known(Protection.STRICTLY_CONFIDENTIAL);

    registered(first, "unknown");

    assertThat(person(first).protection()).isEqualTo(Protection.STRICTLY_CONFIDENTIAL);
    assertThat(registration())
        .matches(
            r ->
                r.protectedAddress().equals("strictlyConfidential")
                    && r.protectionReason() == null);
  }

  @ParameterizedTest
  @CsvSource({
    "STRICTLY_CONFIDENTIAL, confidential",
    "STRICTLY_CONFIDENTIAL, none",
    "CONFIDENTIAL, clientAddress",
    "CONFIDENTIAL, none"
  })
  @Requirement("E10")
  void lowering_it_is_refused_at_its_field_until_somebody_has_said_why(
      Protection known, String answer) {
    known(known);
    Journeys.Answers lower = journeys.registration().with("protectedAddress", answer);

    Outcome<Submission> refused = journeys.attempt(first, "register-referral", "intake", lower);

    assertThat(refused.refusals()).extracting(Refusal::field).containsExactly("protectionReason");
    assertThat(person(first).protection()).isEqualTo(known);
    journeys.complete(
        first,
        "register-referral",
        "intake",
        lower.with("protectionReason", "Folkeregisteret har oppheva sperra"));
    assertThat(ProtectionAnswers.codeOf(person(first).protection())).isEqualTo(answer);
    assertThat(registration().protectionReason()).isEqualTo("Folkeregisteret har oppheva sperra");
    assertThat(WebUser.signedIn(port, "intake").get("/cases/" + first + "/timeline").body())
        .contains("address protection lowered")
        .doesNotContain("Folkeregisteret");
  }

  @Test
  @Requirement("S16")
  void what_is_no_protection_is_changed_without_a_reason_and_a_needless_reason_is_not_told_on() {
    known(Protection.CLIENT_ADDRESS);

    journeys.complete(
        first,
        "register-referral",
        "intake",
        journeys.registration().with("protectionReason", "Ute av fengsel"));

    assertThat(person(first).protection()).isEqualTo(Protection.NONE);
    assertThat(registration().protectionReason()).isNull();
    assertThat(facts.words(first, "referral.registered/1"))
        .singleElement()
        .satisfies(words -> assertThat(words).endsWith(" 0"));
  }

  @Test
  void an_entry_from_before_there_was_a_reason_is_still_read() throws JsonProcessingException {
    String old =
        "{\"channel\":\"web\",\"identity\":\"confirmed\",\"protectedAddress\":\"none\","
            + "\"sameAsOpen\":\"no\",\"senderAuthority\":\"yes\","
            + "\"seniorityAt\":\"2026-11-26T10:40:00Z\",\"unit\":\"aalesund\"}";

    ReferralEvent.Registered read = json.readValue(old, ReferralEvent.Registered.class);

    assertThat(read.protectionReason()).isNull();
    assertThat(read.words()).containsExactly("2026-11-26T10:40:00Z", 0);
  }

  private ReferralEvent.Registered registration() {
    return (ReferralEvent.Registered) facts.entry(first, "referral.registered/1").event();
  }

  private Patients.Person person(CaseNo caseNo) {
    return patients.get(cases.get(caseNo).personId());
  }

  private void known(Protection known) {
    patients.protect(person(first).id(), known);
  }

  private void registered(CaseNo caseNo, String protection) {
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("protectedAddress", protection));
  }

  private CaseNo takenDown(String protection) {
    Map<String, Object> typed =
        Map.of(
            "channel",
            "phone",
            "firstReceipt",
            "2027-09-06T09:30",
            "nationalId",
            nationalId,
            "protectedAddress",
            protection);
    return actingAs
        .user(
            "intake",
            () ->
                paper.takeDown(
                    UUID.randomUUID().toString(), json.<ObjectNode>valueToTree(typed), null))
        .value()
        .caseNo();
  }
}
