package no.vegvisar.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.vegvisar.CaseFacts;
import no.vegvisar.Harness;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.LetterPaper;
import no.vegvisar.Requirement;
import no.vegvisar.SyntheticIds;
import no.vegvisar.VegvisarTest;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.LastDays;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.ReferralRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;

/** Guidance stands beside empty fields; what departs from it needs a reason and nothing more. */
@VegvisarTest
class PreparingAssessmentTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T08:00:00Z");

  @Autowired Journeys journeys;
  @Autowired Harness harness;
  @Autowired CaseFacts facts;
  @Autowired FormPages pages;
  @Autowired Letters letters;
  @Autowired Documents documents;
  @Autowired JdbcTemplate jdbc;
  @Autowired ReferralRecords referrals;
  @Autowired Patients patients;
  @Autowired LastDays lastDays;
  @Autowired Clock clock;

  @BeforeEach
  void on_a_monday_morning_in_english() {
    harness.at(MONDAY_MORNING);
    LocaleContextHolder.setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void whatever_language() {
    LocaleContextHolder.resetLocaleContext();
  }

  @Test
  @Requirement({"S34", "S43"})
  void the_rows_that_apply_stand_in_words_to_be_rechecked_beside_fields_that_are_empty() {
    CaseNo caseNo =
        journeys.registered(
            journeys.referred(journeys.referral().with("placeWanted", "Molde, nær familien")));

    FormHandler.Context context = context(caseNo, "prepare-assessment");

    assertThat(context.slots().get("guidance"))
        .contains(
            "Alcohol dependence: 6 weeks",
            "From older copies of the priority guide: recheck before use.");
    assertThat(context.slots().get("wish"))
        .containsExactly(
            "The patient wishes: Outpatient clinic", "Wished place: Molde, nær familien");
    assertThat(context.prefill()).isEmpty();
    assertThat(context.slots()).doesNotContainKey("sentBack");
  }

  @Test
  @Requirement({"S34", "S38"})
  void the_guide_says_something_also_of_a_lar_referral_a_letter_and_a_pregnancy() {
    CaseNo lar =
        journeys.registered(journeys.referredOn("refer-lar", "referrer", journeys.larReferral()));
    CaseNo letter = dependent("inLetter");
    CaseNo pregnant =
        journeys.registered(journeys.referred(journeys.referral().with("pregnant", "yes")));

    assertThat(guidance(lar)).contains("Opioid dependence: 12 weeks");
    assertThat(guidance(letter)).anyMatch(l -> l.startsWith("No guide deadline"));
    assertThat(guidance(pregnant))
        .contains("Alcohol dependence: 6 weeks")
        .anyMatch(l -> l.startsWith("May shorten"));
    assertThat(guidance(dependent("alcohol"))).noneMatch(l -> l.startsWith("May shorten"));
  }

  private CaseNo dependent(String on) {
    return journeys.registered(
        journeys.referred(journeys.referral().with("dependence", List.of(on))));
  }

  private List<String> guidance(CaseNo caseNo) {
    return context(caseNo, "prepare-assessment").slots().get("guidance");
  }

  @Test
  @Requirement("S29")
  void the_signer_reads_who_took_part_and_is_asked_when_it_was_one_profession_only() {
    CaseNo team =
        prepared(journeys.granted("outpatient").with("participants", List.of("doctor", "nurse")));
    CaseNo alone =
        prepared(journeys.granted("outpatient").with("participants", List.of("psychologist")));
    CaseNo unsaid = prepared(journeys.granted("outpatient"));

    assertThat(proposal(team)).contains("Took part: Doctor, Nurse");
    assertThat(proposal(alone)).contains("Took part: Psychologist only. Is that enough?");
    assertThat(proposal(unsaid)).contains("It is not said who took part in the assessment.");
    journeys.complete(alone, "sign-decision", "signer", new Answers().with("signed", "signed"));
    assertThat(facts.count(alone, "assessment.signed/1")).as("the signer decides").isEqualTo(1);
  }

  private List<String> proposal(CaseNo caseNo) {
    return context(caseNo, "sign-decision").slots().get("proposal");
  }

  @Test
  @Requirement({"S34", "E3"})
  void the_age_is_frozen_at_the_seniority_date_also_for_who_turns_23_on_the_way() {
    CaseNo caseNo = bornOn(LocalDate.of(2003, 12, 2));
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(7)));

    List<String> guidance = context(caseNo, "prepare-assessment").slots().get("guidance");

    assertThat(guidance)
        .contains(
            "The patient was 22 on the seniority date, 30 November 2026. The age is frozen there.",
            "Turns 23 on 2 December 2026; the rules for those under 23 apply all the same.")
        .anyMatch(l -> l.contains("under 23: 4 weeks"))
        .anyMatch(
            l ->
                l.startsWith("Start of care under 23: at most 65 working days.")
                    && l.contains("3 March 2027")
                    && l.contains("not established: recheck"));
  }

  @Test
  void who_was_23_on_the_seniority_date_has_no_cap_and_a_child_is_told_of_as_a_child() {
    assertThat(
            context(bornOn(LocalDate.of(2003, 11, 30)), "prepare-assessment")
                .slots()
                .get("guidance"))
        .noneMatch(l -> l.contains("23"));
    assertThat(
            context(bornOn(LocalDate.of(2009, 5, 5)), "prepare-assessment").slots().get("guidance"))
        .anyMatch(l -> l.contains("under 18") && l.contains("Nobody is refused for age"));
  }

  @Test
  @Requirement({"S34", "E4"})
  void a_deadline_later_than_the_cap_is_asked_for_a_reason_and_stands_with_one() {
    CaseNo caseNo = bornOn(LocalDate.of(2005, 1, 1));
    Answers late = journeys.granted("outpatient").with("deadline", "2027-03-09");

    assertThat(refusals(caseNo, late))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.key()).isEqualTo("assessment.refusal.after-cap");
              assertThat(r.field()).isEqualTo("deadlineReason");
              assertThat(r.args()).isEqualTo(List.of("03.03.2027"));
            });

    journeys.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        late.with("deadlineReason", "Er i fengsel til då"));
    assertThat(context(caseNo, "sign-decision").slots().get("proposal"))
        .contains(
            "The deadline is later than the cap under 23, 3 March 2027, because: Er i fengsel til då");
  }

  @Test
  void the_cap_and_where_it_counts_from_are_settings_that_take_two_words_each() {
    CaseNo caseNo = bornOn(LocalDate.of(2005, 1, 1));
    harness.at(MONDAY_MORNING.plus(Duration.ofDays(7)));

    assertThat(guide("off", "receipt").cap(caseNo)).isEmpty();
    assertThat(guide("on", "receipt").cap(caseNo).orElseThrow().on())
        .isEqualTo(LocalDate.of(2027, 3, 3));
    assertThat(guide("on", "assessment").cap(caseNo).orElseThrow().on())
        .isEqualTo(LocalDate.of(2027, 3, 10));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> guide("sometimes", "receipt"))
        .hasMessageContaining("under-23-cap");
  }

  @Test
  @Requirement("E4")
  void a_deadline_on_a_holiday_or_at_a_weekend_is_said_in_words_and_stands() {
    CaseNo christmas = prepared(journeys.granted("outpatient").with("deadline", "2026-12-25"));
    CaseNo sunday = prepared(journeys.granted("outpatient").with("deadline", "2026-12-13"));

    assertThat(context(christmas, "sign-decision").slots().get("proposal"))
        .contains(
            "The deadline is a public holiday; the last working day before it is 24 December 2026.");
    assertThat(context(sunday, "sign-decision").slots().get("proposal"))
        .contains("The deadline is a Sunday; the last working day before it is 11 December 2026.");
  }

  @Test
  @Requirement({"S34", "E4"})
  void a_deadline_before_today_or_years_ahead_is_refused() {
    CaseNo caseNo = journeys.registered(journeys.referred());

    assertThat(refusals(caseNo, journeys.granted("outpatient").with("deadline", "2026-11-29")))
        .extracting(Refusal::field)
        .containsExactly("deadline");
    assertThat(refusals(caseNo, journeys.granted("outpatient").with("deadline", "2099-01-10")))
        .extracting(Refusal::key)
        .containsExactly("assessment.refusal.deadline-far");
  }

  @Test
  @Requirement({"S30", "S31", "S43"})
  void another_level_or_place_than_wished_needs_a_reason_that_the_patient_reads() {
    CaseNo caseNo =
        journeys.registered(journeys.referred(journeys.referral().with("placeWanted", "Molde")));
    Answers other = journeys.granted("inpatient", "outpatient").without("levelDiffers");

    assertThat(refusals(caseNo, other))
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("levelDiffers", "placeDiffers");

    journeys.complete(
        caseNo,
        "prepare-assessment",
        "assessor",
        other
            .with("levelDiffers", "Du treng ro rundt deg dei første vekene")
            .with("placeDiffers", "I Molde er det ikkje plass før fristen"));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    assertThat(toPatient(caseNo))
        .contains(
            "Du ønskte eit anna nivå",
            "Du treng ro rundt deg dei første vekene",
            "I Molde er det ikkje plass før fristen");
  }

  @Test
  void the_place_that_was_wished_in_other_letters_is_the_place_that_was_wished() {
    var wish = new DeadlineGuide.Wish(List.of(), "Ålesund behandlingssenter", List.of());

    assertThat(wish.meetsPlace("ålesund  behandlingssenter, poliklinikk")).isTrue();
    assertThat(wish.meetsPlace("Molde")).isFalse();
    assertThat(wish.meetsLevel("detox")).isTrue();
  }

  @Test
  @Requirement("S29")
  void what_was_sent_back_comes_with_its_cause_and_as_it_was_prepared() {
    CaseNo caseNo =
        prepared(
            journeys
                .granted("outpatient")
                .with("participants", List.of("doctor"))
                .with("firstAppointment", "2026-12-10T10:00"));
    journeys.complete(
        caseNo,
        "sign-decision",
        "signer",
        new Answers()
            .with("signed", "sentBack")
            .with("cause", "reasonUnclear")
            .with("causeWords", "Skriv til pasienten, ikkje om han"));

    FormHandler.Context context = context(caseNo, "prepare-assessment");

    assertThat(context.slots().get("sentBack"))
        .contains(
            "Djup Fjord sent it back. Cause: The reason is unclear.",
            "Skriv til pasienten, ikkje om han");
    assertThat(context.prefill())
        .containsEntry("outcome", "granted")
        .containsEntry("levels", List.of(Map.of("level", "outpatient")))
        .containsEntry("place", "Ålesund behandlingssenter, poliklinikk")
        .containsEntry("deadline", "2027-01-11")
        .containsEntry("firstAppointment", "2026-12-10T10:00")
        .containsEntry("reason", "Alvorleg nok og nytte av hjelp")
        .containsEntry("participants", List.of("doctor"));
    assertThat(facts.clock("T01", caseNo).running()).isTrue();
  }

  @Test
  @Requirement({"S35", "S37"})
  void a_week_in_place_of_day_and_time_is_for_a_deadline_more_than_four_months_away() {
    CaseNo caseNo = journeys.registered(journeys.referred());
    Answers near =
        journeys
            .granted("outpatient")
            .with("deadline", "2027-03-30")
            .with("appointmentWeek", "2027-03-01");
    assertThat(refusals(caseNo, near))
        .extracting(Refusal::field)
        .containsExactly("appointmentWeek");
    assertThat(
            refusals(
                caseNo, near.with("deadline", "2027-04-02").with("appointmentWeek", "2027-03-28")))
        .extracting(Refusal::field)
        .containsExactly("appointmentWeek");

    journeys.complete(
        caseNo, "prepare-assessment", "assessor", near.with("appointmentWeek", "2027-03-01"));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));

    assertThat(toPatient(caseNo)).contains("2. april 2027", "mellom 1. mars 2027 og 7. mars 2027");
  }

  @Test
  @Requirement("S37")
  void a_letter_without_an_appointment_promises_one_of_its_own() {
    CaseNo caseNo = prepared(journeys.granted("outpatient"));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));

    assertThat(toPatient(caseNo)).contains("Timen er ikkje sett enno. Du får eit eige brev");
  }

  @Test
  @Requirement("S36")
  void a_refusal_tells_the_municipality_nothing_unless_the_patient_agrees() {
    CaseNo silent = refused("notAsked");
    CaseNo agreed = refused("agrees");

    assertThat(toPatient(silent)).contains("utan at du samtykkjer");
    assertThat(toPatient(agreed)).contains("Du har sagt ja til at kommunen får vite om dette");
    assertThat(owedToMunicipality(silent)).isZero();
    assertThat(owedToMunicipality(agreed)).isEqualTo(1);
  }

  @Test
  @Requirement({"S33", "S36"})
  void each_outcome_asks_for_what_its_letter_needs() {
    CaseNo caseNo = journeys.registered(journeys.referred());

    assertThat(fieldsRefused(caseNo, "granted"))
        .containsExactlyInAnyOrder("levels", "place", "deadline");
    assertThat(fieldsRefused(caseNo, "refused")).containsExactly("elsewhere");
    assertThat(fieldsRefused(caseNo, "adviceOnly")).containsExactly("advice");
    assertThat(fieldsRefused(caseNo, "otherPlace")).containsExactly("toPlace");
  }

  private List<String> fieldsRefused(CaseNo caseNo, String outcome) {
    return refusals(caseNo, new Answers().with("outcome", outcome).with("reason", "Fordi")).stream()
        .map(Refusal::field)
        .toList();
  }

  private CaseNo refused(String handOver) {
    CaseNo caseNo =
        prepared(
            new Answers()
                .with("outcome", "refused")
                .with("reason", "Hjelpa finst nærare deg")
                .with("elsewhere", "Ruskonsulenten i kommunen")
                .with("handOver", handOver));
    journeys.complete(caseNo, "sign-decision", "signer", new Answers().with("signed", "signed"));
    return journeys.told(caseNo);
  }

  private int owedToMunicipality(CaseNo caseNo) {
    return jdbc.queryForObject(
        "select count(*) from work_item where work_key = ? and role = 'intake'",
        Integer.class,
        "refusal-hand-over:" + caseNo);
  }

  private CaseNo bornOn(LocalDate day) {
    return journeys.registered(
        journeys.referred(journeys.referral().with("nationalId", SyntheticIds.bornOn(day))));
  }

  private CaseNo prepared(Answers answers) {
    CaseNo caseNo = journeys.registered(journeys.referred());
    journeys.complete(caseNo, "prepare-assessment", "assessor", answers);
    return caseNo;
  }

  private List<Refusal> refusals(CaseNo caseNo, Answers answers) {
    return journeys.attempt(caseNo, "prepare-assessment", "assessor", answers).refusals();
  }

  private FormHandler.Context context(CaseNo caseNo, String formId) {
    return pages.context(formId, journeys.task(caseNo, formId), caseNo);
  }

  private DeadlineGuide guide(String cap, String from) {
    return new DeadlineGuide(referrals, patients, lastDays, clock, cap, from);
  }

  private String toPatient(CaseNo caseNo) {
    return letters.ofCase(caseNo).stream()
        .filter(l -> l.to() == Letters.To.PATIENT)
        .map(l -> LetterPaper.text(documents.content(l.documentId())))
        .findFirst()
        .orElseThrow();
  }
}
