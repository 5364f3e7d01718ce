package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.VegvisarTest;
import no.vegvisar.WebUser;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** What is offered, in which form, and as near home as possible. */
@VegvisarTest
class OfferNearHomeTest {

  private static final String IN_MOLDE = "Storgata 1234 B, 6413 Molde";
  private static final String IN_VOLDA = "Hybel 12, 6100 Volda";

  @LocalServerPort int port;
  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired FormPages pages;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired CaseFiles cases;
  @Autowired Patients patients;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void on_a_monday_morning_in_english() {
    harness.at(Instant.parse("2026-11-30T08:00:00Z"));
    LocaleContextHolder.setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void whatever_language() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  @Requirement("S6")
  void a_clinic_farther_from_home_than_the_other_needs_a_reason_that_the_patient_reads() {
    CaseNo caseNo = of(journeys.referral().with("homeAddress", IN_MOLDE));

    assertThat(beside(caseNo))
        .contains(
            "Lives: " + IN_MOLDE,
            "Post codes 6300 to 6699 (Romsdal and Nordmøre): Molde is nearest");
    assertThat(refusals(caseNo, journeys.granted("outpatient")))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.key()).isEqualTo("assessment.refusal.place-farther");
              assertThat(r.field()).isEqualTo("placeDiffers");
            });

    sign(
        caseNo,
        journeys.granted("outpatient").with("placeDiffers", "Behandlaren du kjenner er her"));
    assertThat(toPatient(caseNo))
        .contains("Grunnen til at vi tilrår akkurat denne staden", "Behandlaren du kjenner er her");
  }

  @Test
  @Requirement("S6")
  void where_a_student_stays_counts_and_not_the_address_at_home() {
    CaseNo caseNo =
        of(journeys.referral().with("homeAddress", IN_MOLDE).with("stayAddress", IN_VOLDA));

    assertThat(beside(caseNo))
        .contains("Lives: " + IN_MOLDE, "Stays now: " + IN_VOLDA)
        .anyMatch(line -> line.contains("Ålesund is nearest"));
    assertThat(refusals(caseNo, journeys.granted("outpatient"))).isEmpty();
  }

  @Test
  @Requirement("S6")
  void the_patients_own_wish_comes_before_what_is_near() {
    CaseNo caseNo =
        of(journeys.referral().with("homeAddress", IN_MOLDE).with("placeWanted", "Ålesund"));

    assertThat(refusals(caseNo, journeys.granted("outpatient"))).isEmpty();
  }

  @Test
  @Requirement("S6")
  void one_without_a_home_is_asked_and_the_old_address_decides_nothing() {
    CaseNo caseNo =
        of(journeys.referral().with("homeAddress", IN_MOLDE).with("housing", "homeless"));

    assertThat(beside(caseNo))
        .contains("Has no home: ask the patient where it suits to meet.")
        .noneMatch(line -> line.contains("nearest"));
    assertThat(refusals(caseNo, journeys.granted("outpatient"))).isEmpty();
  }

  @Test
  @Requirement({"S6", "E10"})
  void a_protected_address_is_neither_shown_nor_told_by_the_nearest_clinic() {
    CaseNo caseNo = of(journeys.referral().with("homeAddress", IN_MOLDE));
    transaction.executeWithoutResult(
        t -> patients.protect(cases.get(caseNo).personId(), Patients.Protection.CONFIDENTIAL));

    assertThat(beside(caseNo))
        .anyMatch(line -> line.startsWith("The address is protected"))
        .noneMatch(line -> line.contains("Molde"));
    assertThat(refusals(caseNo, journeys.granted("outpatient"))).isEmpty();
  }

  @Test
  @Requirement({"S6", "S16"})
  void a_prisons_or_institutions_address_is_marked_and_is_nobodys_home() {
    CaseNo caseNo = journeys.referred(journeys.referral().with("homeAddress", IN_MOLDE));
    journeys.complete(
        caseNo,
        "register-referral",
        "intake",
        journeys.registration().with("protectedAddress", "clientAddress"));
    assertThat(beside(caseNo))
        .contains("Lives: " + IN_MOLDE)
        .noneMatch(line -> line.contains("nearest"));
    assertThat(refusals(caseNo, journeys.granted("outpatient"))).isEmpty();
    assertThat(WebUser.signedIn(port, "assessor").get("/cases/" + caseNo + "/overview").body())
        .contains("Client address (prison or institution)")
        .doesNotContain("The address is protected");
  }

  @Test
  @Requirement("S6")
  void an_address_in_words_without_a_post_code_is_shown_and_guesses_nothing() {
    CaseNo caseNo = of(journeys.referral().with("homeAddress", "Hos ei tante, Molde, 2026"));

    assertThat(beside(caseNo))
        .contains("Lives: Hos ei tante, Molde, 2026")
        .noneMatch(line -> line.contains("nearest"));
  }

  @ParameterizedTest
  @CsvSource({
    "clinic, Du kjem til avtalt time og dreg heim etterpå",
    "video, Første time er på video",
    "phone, Vi ringjer deg til avtalt tid"
  })
  @Requirement({"S5", "S15"})
  void the_letter_says_what_is_offered_first_and_how_the_first_appointment_is_held(
      String form, String sentence) {
    CaseNo caseNo = of(journeys.referral());

    sign(
        caseNo,
        journeys
            .granted("outpatient")
            .with("offers", List.of("talks", "group"))
            .with("meetingForm", form)
            .with("firstAppointment", "2026-12-10T10:00"));

    assertThat(toPatient(caseNo))
        .contains("Først får du tilbod om", "Individuelle samtalar", "Gruppe", sentence)
        .doesNotContain("pårørande");
  }

  @Test
  @Requirement("S15")
  void nothing_is_said_of_the_form_when_nobody_has_chosen_one() {
    CaseNo caseNo = of(journeys.referral());

    sign(caseNo, journeys.granted("outpatient"));

    assertThat(toPatient(caseNo))
        .doesNotContain("Først får du tilbod om", "på video", "dreg heim etterpå");
  }

  @Test
  @Requirement({"S106", "E9"})
  void two_of_one_family_get_talks_and_a_group_with_other_relatives_each_in_a_case_of_their_own() {
    CaseNo mother = kin("Vennlig Måke");
    CaseNo brother = kin("Rolig Terne");

    assertThat(beside(mother))
        .contains("The patient wishes: Individual talks, Group with other next of kin");
    for (CaseNo caseNo : List.of(mother, brother)) {
      sign(
          caseNo,
          journeys
              .granted("outpatient")
              .with("offers", List.of("talks", "group"))
              .with("meetingForm", "clinic"));
    }

    assertThat(toPatient(mother))
        .contains("Gruppe sammen med andre pårørende", "Vennlig Måke")
        .doesNotContain("Rolig Terne", brother.value());
    assertThat(toPatient(brother)).contains("Rolig Terne").doesNotContain("Vennlig Måke");
    assertThat(facts.entry(brother, "assessment.prepared/1").event())
        .extracting("offers")
        .isEqualTo(List.of("talks", "group"));
  }

  private CaseNo of(Answers referral) {
    return journeys.registered(journeys.referred(referral));
  }

  private CaseNo kin(String name) {
    CaseNo caseNo =
        journeys.referredOn(
            "refer-next-of-kin",
            "referrer",
            journeys
                .kinReferral()
                .with("patientName", name)
                .with("kinWants", List.of("talks", "group")));
    journeys.complete(caseNo, "register-referral", "intake", journeys.registration());
    journeys.complete(
        caseNo,
        "confirm-route",
        "assessor",
        new Answers().with("route", "assess").with("reason", "Høyrer til her"));
    return caseNo;
  }

  private void sign(CaseNo caseNo, Answers proposal) {
    journeys.complete(caseNo, "prepare-assessment", "assessor", proposal);
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
  }

  private List<String> beside(CaseNo caseNo) {
    return pages
        .context("prepare-assessment", journeys.task(caseNo, "prepare-assessment"), caseNo)
        .slots()
        .get("wish");
  }

  private List<Refusal> refusals(CaseNo caseNo, Answers answers) {
    return journeys.attempt(caseNo, "prepare-assessment", "assessor", answers).refusals();
  }

  private String toPatient(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .map(l -> LetterPaper.text(documents.content(l.documentId())))
        .findFirst()
        .orElseThrow();
  }
}
