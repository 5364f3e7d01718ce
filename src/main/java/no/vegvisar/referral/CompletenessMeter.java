package no.vegvisar.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.vegvisar.engine.DecisionTables;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Component;

/**
 * How much of the checklist a referral answers, and what each missing item weighs by {@code
 * referral-completeness.dmn}. A meter: it blocks nothing and decides nothing (S41).
 */
@Component
class CompletenessMeter {

  /**
   * @param weight must or should
   * @param asked whether the referrer has been asked for it
   */
  record Missing(String item, String weight, boolean asked) {}

  /**
   * @param missing what weighs most first
   */
  record Reading(int answered, int total, List<Missing> missing) {}

  private final ReferralRecords records;
  private final Patients patients;
  private final DecisionTables tables;

  CompletenessMeter(ReferralRecords records, Patients patients, DecisionTables tables) {
    this.records = records;
    this.patients = patients;
    this.tables = tables;
  }

  Reading read(Referral referral) {
    Map<String, String> states =
        ReferralItems.states(
            referral.kind(),
            records.answersOf(referral),
            patients.get(referral.personId()).contact() != null);
    List<String> asked =
        records.questionsOf(referral).stream()
            .filter(ReferralQuestion::open)
            .map(ReferralQuestion::item)
            .toList();
    List<Missing> missing = new ArrayList<>();
    states.forEach(
        (item, state) -> {
          if (state.equals("empty") || state.equals("unknown")) {
            missing.add(new Missing(item, weight(item, state, referral), asked.contains(item)));
          }
        });
    missing.sort(java.util.Comparator.comparing(m -> !m.weight().equals("must")));
    return new Reading(states.size() - missing.size(), states.size(), missing);
  }

  private String weight(String item, String state, Referral referral) {
    return tables
        .evaluate(
            "referral-completeness",
            Map.of("item", item, "answer", state, "referrerKind", referral.referrerKind()))
        .rows()
        .stream()
        .map(row -> String.valueOf(row.get("weight")))
        .findFirst()
        .orElse("should");
  }
}
