package no.vegvisar.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.LastDays;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.LocalText;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.patient.Patients;
import no.vegvisar.referral.ReferralRecord;
import no.vegvisar.referral.ReferralRecords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is known beside the empty deadline field: the age, frozen at the seniority date, and the cap
 * for those under 23 (T02b). Whether that cap is in force, and from when it counts, is not
 * established, so both are settings: {@code vegvisar.assessment.under-23-cap} (on, off) and {@code
 * vegvisar.assessment.under-23-cap-from} (receipt, assessment). A later date asks for a reason and
 * is never refused for its own sake (decisions 28).
 */
@Component
class DeadlineGuide {

  static final int CAP_AGE = 23;

  /** Answers of the referral that may shorten the time, and the factor's name in the table. */
  private static final Map<String, String> FACTORS =
      Map.of(
          "riskConcern", "overdoseRisk",
          "minorChildren", "childrenInCare",
          "pregnant", "pregnancy");

  private static final int OF_AGE = 18;

  private final ReferralRecords referrals;
  private final Patients patients;
  private final LastDays lastDays;
  private final Clock clock;
  private final boolean capOn;
  private final boolean fromReceipt;

  DeadlineGuide(
      ReferralRecords referrals,
      Patients patients,
      LastDays lastDays,
      Clock clock,
      @Value("${vegvisar.assessment.under-23-cap:on}") String cap,
      @Value("${vegvisar.assessment.under-23-cap-from:receipt}") String from) {
    this.referrals = referrals;
    this.patients = patients;
    this.lastDays = lastDays;
    this.clock = clock;
    this.capOn = oneOf(cap, "on", "off").equals("on");
    this.fromReceipt = oneOf(from, "receipt", "assessment").equals("receipt");
  }

  private static String oneOf(String value, String... known) {
    if (!List.of(known).contains(value)) {
      throw new IllegalArgumentException(
          "vegvisar.assessment.under-23-cap: one of " + List.of(known));
    }
    return value;
  }

  /**
   * @param on the day the age is frozen at
   * @param years full years on that day
   * @param turns23 the birthday that changes nothing, or null for who was 23 already
   */
  record SeniorityAge(LocalDate on, int years, LocalDate turns23) {

    static SeniorityAge of(LocalDate born, Instant seniorityAt) {
      LocalDate on = OsloTime.dateOf(seniorityAt);
      int years = Period.between(born, on).getYears();
      return new SeniorityAge(on, years, years < CAP_AGE ? born.plusYears(CAP_AGE) : null);
    }

    boolean under23() {
      return years < CAP_AGE;
    }

    boolean under18() {
      return years < OF_AGE;
    }
  }

  /**
   * The wish of the patient as the referral has it; empty lists and null where none was told.
   *
   * @param offers talks, group: what a relative wishes for (S106)
   */
  record Wish(List<String> levels, String place, List<String> offers) {

    boolean meetsLevel(String level) {
      return levels.isEmpty() || levels.contains(level);
    }

    /** Free words against free words: one within the other, whatever the letters' size. */
    boolean meetsPlace(String chosen) {
      if (place == null || chosen == null) {
        return true;
      }
      String wished = plain(place);
      String got = plain(chosen);
      return got.contains(wished) || wished.contains(got);
    }

    private static String plain(String text) {
      return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
  }

  /** Empty when the birth date is not known. */
  Optional<SeniorityAge> age(CaseNo caseNo) {
    return referrals.find(caseNo).flatMap(this::age);
  }

  private Optional<SeniorityAge> age(ReferralRecord referral) {
    return Optional.ofNullable(patients.get(referral.personId()).bornOn())
        .map(born -> SeniorityAge.of(born, referral.seniorityAt()));
  }

  /** The cap under 23; empty when it is off, or the person was older or of unknown age. */
  Optional<LastDays.LastDay> cap(CaseNo caseNo) {
    return referrals
        .find(caseNo)
        .filter(r -> capOn && age(r).filter(SeniorityAge::under23).isPresent())
        .map(r -> lastDays.of("T02b", fromReceipt ? r.seniorityAt() : clock.instant()));
  }

  boolean capCountsFromReceipt() {
    return fromReceipt;
  }

  LocalDate workingDayUpTo(LocalDate day) {
    return lastDays.workingDayUpTo(day);
  }

  /**
   * The day an admitted patient comes home or is released, when the appointment is before it (S17,
   * S25).
   */
  Optional<LocalDate> comesHomeAfter(CaseNo caseNo, Instant appointment) {
    return referrals
        .find(caseNo)
        .map(ReferralRecord::answers)
        .filter(a -> appointment != null && !"before".equals(a.path("startWanted").asText()))
        .flatMap(
            a ->
                Stream.of("homeDate", "releaseDate")
                    .map(field -> a.path(field).asText(""))
                    .filter(day -> !day.isEmpty())
                    .findFirst())
        .map(LocalDate::parse)
        .filter(home -> OsloTime.dateOf(appointment).isBefore(home));
  }

  /** When the next treatment begins after a detox that is needed (S51, T07, T08, T15). */
  List<LocalText> afterDetox(CaseNo caseNo) {
    JsonNode answers = referrals.find(caseNo).orElseThrow().answers();
    if (!"yes".equals(answers.path("detoxNeed").asText())) {
      return List.of();
    }
    boolean pregnant = "yes".equals(answers.path("pregnant").asText());
    LocalDate today = OsloTime.dateOf(clock.instant());
    return Stream.of("outpatient", "inpatient")
        .map(level -> new DeadlineClocks.Facts(level, pregnant, null))
        .map(facts -> lastDays.nameOf("T07", facts, today))
        .distinct()
        .toList();
  }

  Wish wish(CaseNo caseNo) {
    return referrals
        .find(caseNo)
        .map(ReferralRecord::answers)
        .map(
            a -> {
              List<String> levels = new ArrayList<>();
              a.path("levelWanted").forEach(l -> levels.add(l.asText()));
              levels.remove("noWish");
              String place = a.path("placeWanted").asText("").strip();
              List<String> offers = new ArrayList<>();
              a.path("kinWants").forEach(o -> offers.add(o.asText()));
              offers.remove("unsure");
              return new Wish(
                  List.copyOf(levels), place.isEmpty() ? null : place, List.copyOf(offers));
            })
        .orElse(new Wish(List.of(), null, List.of()));
  }

  /**
   * Facts for {@code treatment-deadline.dmn}: each dependence alone and with each factor that the
   * referral names; age is frozen at the seniority date (T02b).
   */
  List<Map<String, Object>> facts(CaseNo caseNo) {
    ReferralRecord referral = referrals.find(caseNo).orElseThrow();
    boolean under23 = age(referral).filter(SeniorityAge::under23).isPresent();
    List<String> factors = new ArrayList<>();
    factors.add(null);
    referral
        .answers()
        .path("substances")
        .forEach(
            s -> {
              if ("injected".equals(s.path("route").asText()) && !factors.contains("injecting")) {
                factors.add("injecting");
              }
            });
    FACTORS.forEach(
        (field, factor) -> {
          if ("yes".equals(referral.answers().path(field).asText())) {
            factors.add(factor);
          }
        });
    return conditions(referral.answers()).stream()
        .flatMap(condition -> factors.stream().map(factor -> fact(condition, factor, under23)))
        .toList();
  }

  /** What the table has rows for; what stands in a letter or is not said is "other". */
  private static List<String> conditions(JsonNode answers) {
    List<String> conditions = new ArrayList<>();
    answers.path("dependence").forEach(d -> conditions.add(d.asText()));
    if (answers.has("opioidDependence")) {
      // the LAR form asks for no list: it is about opioids (S38)
      conditions.add("opioids");
    }
    conditions.remove("inLetter");
    return conditions.isEmpty() ? List.of("other") : conditions;
  }

  private static Map<String, Object> fact(String mainCondition, String factor, boolean under23) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("mainCondition", mainCondition);
    one.put("factor", factor);
    one.put("under23", under23);
    return one;
  }
}
