package no.vegvisar.referral;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Component;

/** What in a referral decides its way, read once for the rules and for the people. */
@Component
class ReferralSigns {

  /** Parties that make a LAR referral together (S38, S65). */
  private static final List<String> PARTIES = List.of("patient", "municipality", "gp");

  /** Only a doctor may mark an emergency; the same word from others is worry (S39). */
  private static final Set<String> DOCTORS =
      Set.of("gp", "privateSpecialist", "specialistCare", "prisonDoctor");

  private static final int OF_AGE = 18;

  private final ReferralRecords records;
  private final Patients patients;

  ReferralSigns(ReferralRecords records, Patients patients) {
    this.records = records;
    this.patients = patients;
  }

  /** Whether a doctor has marked it as an emergency. */
  boolean emergency(Referral referral) {
    return marked(referral) && byDoctor(referral);
  }

  /** Whether somebody who is no doctor has marked it so. */
  boolean emergencyByOthers(Referral referral) {
    return marked(referral) && !byDoctor(referral);
  }

  /** By the register where it answered, else by the kind of referrer: doubt is looked at today. */
  static boolean byDoctor(Referral referral) {
    return Optional.ofNullable(referral.sender().profession())
        .map("doctor"::equals)
        .orElseGet(() -> DOCTORS.contains(referral.referrerKind()));
  }

  private boolean marked(Referral referral) {
    return records.answersOf(referral).path("urgency").asText().equals("emergency");
  }

  /** Word for {@code referral-routing.dmn}; what another body decides comes before the form. */
  String kind(Referral referral) {
    if (referral.otherBody() != null && !referral.otherBody().equals("none")) {
      return referral.otherBody();
    }
    boolean larWished =
        chosen(records.answersOf(referral).path("levelWanted")).contains(ReferralKind.LAR.word());
    return referral.kind() == ReferralKind.ORDINARY && larWished
        ? ReferralKind.LAR.word()
        : referral.kind().word();
  }

  /** Years on the seniority date, which is the day that counts (pathway-facts §10.3). */
  Optional<Integer> ageOnSeniorityDate(Referral referral) {
    return born(referral)
        .map(born -> Period.between(born, OsloTime.dateOf(referral.seniorityAt())).getYears());
  }

  /** The day the patient comes of age, for one who was younger on the seniority date. */
  Optional<LocalDate> comesOfAge(Referral referral) {
    return ageOnSeniorityDate(referral)
        .filter(age -> age < OF_AGE)
        .flatMap(age -> born(referral))
        .map(born -> born.plusYears(OF_AGE));
  }

  private Optional<LocalDate> born(Referral referral) {
    return Optional.ofNullable(patients.get(referral.personId()).bornOn());
  }

  /** Parties that did not take part in a LAR referral; a warning, never a stop (C2). */
  List<String> missingParties(Referral referral) {
    return referral.kind() == ReferralKind.LAR
        ? missingParties(records.answersOf(referral))
        : List.of();
  }

  /** Whether nobody asked who took part: it stands in the letter, or was not said on the phone. */
  boolean partiesUnknown(Referral referral) {
    return referral.kind() == ReferralKind.LAR && partiesUnknown(records.answersOf(referral));
  }

  static boolean partiesUnknown(JsonNode answers) {
    return answers.has(ReferralKind.FIELD);
  }

  static List<String> missingParties(JsonNode answers) {
    if (partiesUnknown(answers)) {
      return List.of();
    }
    List<String> present = chosen(answers.path("parties"));
    return PARTIES.stream().filter(party -> !present.contains(party)).toList();
  }

  private static List<String> chosen(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(node -> words.add(node.asText()));
    return words;
  }
}
