package no.vegvisar.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.SyntheticIds;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CareEndings;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.correspondence.Letters.To;
import no.vegvisar.correspondence.Outbox;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.organisation.MoreReferrers;
import no.vegvisar.patient.LegalBases;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Who refers, and how, at the edges: no referrer, another referrer than yesterday's, a referrer
 * abroad, inside the trust or inside a prison. Nobody is refused, nobody is forgotten, and the
 * first date counts.
 */
@VegvisarTest
class EdgesOfEntryTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired Outbox outbox;
  @Autowired PaperReferrals paper;
  @Autowired ReferralRecords records;
  @Autowired WayWords ways;
  @Autowired FormPages pages;
  @Autowired LegalBases bases;
  @Autowired CareEndings endings;
  @Autowired ActingAs actingAs;
  @Autowired ObjectMapper json;
  @LocalServerPort int port;

  @BeforeEach
  void on_a_monday_morning() {
    harness.at(MONDAY_MORNING);
  }

  @Test
  @Requirement("S12")
  void a_patient_who_calls_without_any_referrer_is_a_case_and_hears_the_decision_once() {
    CaseNo caseNo = onPaper("phone", "self", Map.of("patientName", "Ivrig Iris"));

    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo("2026-12-14");
    registered(caseNo, "no", journeys.registration());
    assertThat(facts.words(caseNo, "referral.route-proposed/1")).containsExactly("unclear");
    journeys.told(journeys.signed(assessedHere(caseNo)));

    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("patient-told");
    assertThat(letters.ofCase(caseNo))
        .filteredOn(l -> l.to() == To.PATIENT || l.template().startsWith("referrer-answer"))
        .extracting(Letter::template)
        .as("no second letter to the same person, who is no referrer")
        .containsExactly("decision-granted");
    assertThat(records.ofCase(caseNo).status()).isEqualTo(Referral.Status.ANSWERED);
  }

  @Test
  @Requirement({"S12", "S22"})
  void a_patient_who_withdraws_after_a_referral_on_paper_is_told_and_the_sender_too_by_post() {
    CaseNo caseNo =
        onPaper(
            "post",
            "gp",
            Map.of(
                "patientName", "Rolig Rapphøne",
                "senderName", "Klok Kråkefot",
                "senderAddress", "Skogvegen 3\n6015 Ålesund"));
    registered(caseNo, "yes", journeys.registration());
    assessedHere(caseNo);

    actingAs.user("intake", () -> endings.withdrew(caseNo, "Ringde og vil vente").value());
    harness.settle(caseNo);

    assertThat(facts.clock("T01", caseNo).stopCause()).isEqualTo("withdrew");
    assertThat(sent(caseNo, To.PATIENT)).containsExactly("assessment-withdrawn");
    assertThat(sent(caseNo, To.REFERRER)).endsWith("referrer-answer-health");
    assertThat(paperTo(caseNo, "referrer-answer-health"))
        .contains("Klok Kråkefot", "Skogvegen 3", "6015 Ålesund");
  }

  @Test
  @Requirement({"S22", "S113"})
  void the_summary_to_a_gp_who_referred_on_paper_goes_by_post_to_where_they_wrote_from() {
    CaseNo caseNo =
        onPaper(
            "post",
            "gp",
            Map.of(
                "patientName", "Spak Spurv",
                "senderName", "Klok Kråkefot",
                "senderAddress", "Skogvegen 3\n6015 Ålesund"));
    registered(caseNo, "yes", journeys.registration());
    journeys.told(journeys.signed(assessedHere(caseNo)));
    journeys.childrenAsked(journeys.attended(journeys.therapistAssigned(caseNo)), "no");
    journeys.decided(journeys.planAgreed(journeys.needsMapped(caseNo)), answers -> {});
    journeys.endPlanned(journeys.treatmentEnded(caseNo), answers -> {});

    journeys.complete(caseNo, "write-discharge-summary", "therapist", journeys.summary("gp"));
    harness.settle(caseNo);

    assertThat(sent(caseNo, To.REFERRER)).endsWith("discharge-summary");
    assertThat(paperTo(caseNo, "discharge-summary")).contains("Klok Kråkefot", "Skogvegen 3");
  }

  @Test
  @Requirement({"S10", "S22", "E15"})
  void a_new_gp_who_refers_the_same_patient_is_answered_too_and_neither_sees_the_others_page() {
    Answers referral = journeys.referral();
    CaseNo open = journeys.registered(journeys.referred(referral));
    CaseNo again = journeys.referredBy(MoreReferrers.REGISTER_SILENT, referral);
    registered(again, "yes", journeys.registration().with("sameAsOpen", "yes"));
    journeys.complete(
        again,
        "confirm-route",
        "assessor",
        new Answers().with("route", "duplicate").with("reason", "Har bytt fastlege"));
    String mine = records.ofCase(open).reference();
    String theirs = records.ofCase(again).reference();

    journeys.told(journeys.signed(open));
    harness.settle(open, again);

    assertThat(sent(open, To.REFERRER)).containsExactly("referrer-answer-health");
    assertThat(sent(again, To.REFERRER)).containsExactly("referrer-answer-health");
    WebUser first = WebUser.signedIn(port, "referrer");
    WebUser second = WebUser.signedIn(port, MoreReferrers.REGISTER_SILENT);
    assertThat(second.get("/referrals/" + theirs).body())
        .contains("Answered")
        .doesNotContain(mine, open.value(), again.value());
    assertThat(second.get("/referrals/" + mine).statusCode()).isEqualTo(403);
    assertThat(first.get("/referrals/" + theirs).statusCode()).isEqualTo(403);
  }

  @Test
  @Requirement({"S17", "S23"})
  void an_institution_abroad_is_answered_at_its_own_address_once_intake_vouches_for_it() {
    Map<String, String> abroad =
        Map.of(
            "patientName", "Fri Fiskeørn",
            "senderName", "Dr. Agnes Nyström",
            "senderBody", "Behandlingshemmet Lugnet",
            "senderAddress", "Skogsvägen 12\n831 30 Östersund\nSverige");
    CaseNo vouched = onPaper("post", "institution", abroad);
    CaseNo unknown = onPaper("post", "institution", abroad);
    registered(vouched, "yes", journeys.registration());
    registered(unknown, "unclear", journeys.registration());

    journeys.told(journeys.signed(assessedHere(vouched)));
    journeys.told(journeys.signed(assessedHere(unknown)));

    assertThat(paperTo(vouched, "referrer-answer-health"))
        .contains("Agnes Nyström", "Lugnet", "831 30 Östersund", "Sverige", "Fri Fiskeørn");
    assertThat(paperTo(unknown, "referrer-answer-neutral"))
        .contains("831 30 Östersund")
        .doesNotContain("Fiskeørn", "rett til nødvendig");
  }

  @Test
  @Requirement("S17")
  void an_appointment_before_the_homecoming_is_told_to_the_signer_and_one_after_it_is_not() {
    assertThat(proposalWithHome("2026-12-18", "whenHome"))
        .contains("The patient comes home on 18 December 2026, after the appointment.");
    assertThat(proposalWithHome("2026-12-18", "before")).noneMatch(l -> l.contains("comes home"));
    assertThat(proposalWithHome("2026-12-10", "whenHome"))
        .as("home on the day of the appointment")
        .noneMatch(l -> l.contains("comes home"));
    assertThat(proposalWithHome(null, "whenHome")).noneMatch(l -> l.contains("comes home"));
  }

  @Test
  @Requirement("S20")
  void nav_is_two_bodies_and_a_base_for_one_is_none_for_the_other() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    UUID person = cases.get(caseNo).personId();

    actingAs.user(
        "assessor",
        () ->
            bases.record(
                person,
                LegalBases.Kind.CONSENT,
                "alesund",
                "nav-sosial",
                "follow-up-request",
                Set.of("need"),
                null,
                "written",
                null));

    assertThat(bases.standing(person, "alesund", "nav-sosial", "follow-up-request")).isPresent();
    assertThat(bases.standing(person, "nav-state", null, "follow-up-request")).isEmpty();
    assertThat(bases.lawfulKinds("nav-state", null)).containsExactly(LegalBases.Kind.CONSENT);
    assertThat(bases.lawfulKinds("alesund", "nav-sosial")).containsExactly(LegalBases.Kind.CONSENT);
  }

  @ParameterizedTest(name = "the patient agrees: {0}")
  @CsvSource({"yes, false", "no, false", "notAsked, true"})
  @Requirement("S21")
  void child_welfare_may_refer_a_parent_who_is_the_patient_and_is_asked_whether_they_agree(
      String agrees, boolean asked) {
    CaseNo caseNo =
        journeys.referred(
            journeys
                .referral()
                .with("referrerKind", "childWelfare")
                .with("patientContact", "Telefon på kveldstid")
                .with("nationalId", SyntheticIds.bornOn(journeys.today().minusYears(25)))
                .with("minorChildren", "yes")
                .with("childrenWords", "To små barn i heimen")
                .with("patientAgrees", agrees));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());

    assertThat(facts.words(caseNo, "referral.route-proposed/1")).doesNotContain("minor");
    assessedHere(caseNo);
    assertThat(facts.types(caseNo).contains("referral.more-asked/1")).isEqualTo(asked);
    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    String beside = taskPage("assessor", caseNo, "prepare-assessment");
    assertThat(beside).contains("Does the patient know and agree?");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo("2026-12-14");
  }

  @Test
  @Requirement("S24")
  void a_referral_from_within_the_trust_counts_from_the_day_the_trust_first_had_it() {
    CaseNo caseNo = journeys.referred(journeys.referral().with("referrerKind", "specialistCare"));

    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys
            .registration()
            .with("firstReceipt", journeys.time(Duration.ofDays(-4)))
            .with("forwardedFrom", "Medisinsk avdeling, Helse Møre og Romsdal"));

    assertThat(facts.clock("T01", caseNo).startedOn()).isEqualTo("2026-11-26");
    assertThat(facts.clock("T01", caseNo).dueOn()).isEqualTo("2026-12-10");
    assertThat(facts.count(caseNo, "deadline.started/1")).isEqualTo(1);
    assertThat(facts.count(caseNo, "deadline.moved/1")).isEqualTo(1);
    assertThat(ways.notes(records.ofCase(caseNo), Language.EN))
        .singleElement()
        .satisfies(note -> assertThat(note).contains("26.11.2026", "is the one that counts"));
  }

  @Test
  @Requirement("S25")
  void the_assessor_reads_prison_and_release_and_no_letter_or_envelope_tells_of_them() {
    CaseNo caseNo =
        journeys.referred(
            journeys
                .referral()
                .with("referrerKind", "prisonDoctor")
                .with("patientContact", "Vik fengsel, post til innsette")
                .with("outstandingSentence", "yes")
                .with("sentenceWords", "Lauslating 14. januar"));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());

    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(WebUser.signedIn(port, "assessor").get("/cases/" + caseNo + "/referral").body())
        .contains("Lauslating 14. januar", "Vik fengsel");
    journeys.told(journeys.signed(caseNo));
    assertThat(paperTo(caseNo, "decision-granted")).doesNotContain("fengsel", "Lauslating");
    assertThat(outbox.ofCase(caseNo))
        .allSatisfy(row -> assertThat(row.toString()).doesNotContain("fengsel"));
  }

  @Test
  @Requirement("S25")
  void whoever_decides_reads_how_to_reach_a_prisoner_and_that_the_release_comes_after_the_time() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("referrerKind", "prisonDoctor")
                    .with("releaseDate", "2026-12-18")
                    .with("prisonWays", "Brev blir opna; ring helseavdelinga")));

    CaseNo lar =
        journeys.registered(
            journeys.referredOn(
                "refer-lar",
                "referrer",
                journeys
                    .larReferral()
                    .with("referrerKind", "prisonDoctor")
                    .with("releaseDate", "2026-12-18")
                    .with("prisonWays", "Brev blir opna; ring helseavdelinga")));

    for (CaseNo prisoner : List.of(caseNo, lar)) {
      assertThat(taskPage("assessor", prisoner, "prepare-assessment"))
          .contains("Release date, if known", "18.12.2026", "Brev blir opna; ring helseavdelinga");
      assertThat(proposed(prisoner)).anyMatch(line -> line.contains("18 December 2026"));
    }
  }

  @Test
  @Requirement("S23")
  void whether_a_private_specialist_has_an_agreement_is_kept_and_decides_nothing() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(
                journeys
                    .referral()
                    .with("referrerKind", "privateSpecialist")
                    .with("trustAgreement", "no")));

    assertThat(journeys.openForms(caseNo)).containsExactly("prepare-assessment");
    assertThat(taskPage("assessor", caseNo, "prepare-assessment"))
        .contains("Agreement with the regional health authority");
  }

  private List<String> proposalWithHome(String home, String wanted) {
    Answers referral =
        journeys.referral().with("referrerKind", "institution").with("startWanted", wanted);
    if (home != null) {
      referral.with("homeDate", home);
    }
    return proposed(journeys.registered(journeys.referred(referral)));
  }

  private List<String> proposed(CaseNo caseNo) {
    journeys.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        journeys.granted("outpatient").with("firstAppointment", "2026-12-10T10:00"));
    LocaleContextHolder.setLocale(java.util.Locale.ENGLISH);
    try {
      return pages
          .context("sign-decision", journeys.task(caseNo, "sign-decision"), caseNo)
          .slots()
          .get("proposal");
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
  }

  private String taskPage(String user, CaseNo caseNo, String form) {
    WebUser web = WebUser.signedIn(port, user);
    String task = "/tasks/" + journeys.task(caseNo, form).taskId();
    web.get(task);
    web.post(task + "/claim", Map.of());
    return web.get(task).body();
  }

  private void registered(CaseNo caseNo, String authority, Answers registration) {
    journeys.complete(
        caseNo, "register-referral", "intake", registration.with("senderAuthority", authority));
  }

  private CaseNo assessedHere(CaseNo caseNo) {
    if (!journeys.tasksOf(caseNo, "confirm-route").isEmpty()) {
      journeys.complete(
          caseNo,
          "confirm-route",
          "assessor",
          new Answers().with("route", "assess").with("reason", "Høyrer til her"));
    }
    return caseNo;
  }

  private CaseNo onPaper(String channel, String kind, Map<String, String> more) {
    ObjectNode answers =
        json.createObjectNode()
            .put("channel", channel)
            .put("firstReceipt", "2026-11-30T08:00")
            .put("nationalId", (String) journeys.referral().value("nationalId"))
            .put("referrerKind", kind);
    more.forEach(answers::put);
    return actingAs.user(
        "intake",
        () -> paper.takeDown(UUID.randomUUID().toString(), answers, null).value().caseNo());
  }

  private List<String> sent(CaseNo caseNo, To to) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == to && l.state() == Letters.State.SENT)
        .map(Letter::template)
        .toList();
  }

  private String paperTo(CaseNo caseNo, String template) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.template().equals(template))
        .map(l -> LetterPaper.text(documents.content(l.documentId())))
        .findFirst()
        .orElseThrow();
  }
}
