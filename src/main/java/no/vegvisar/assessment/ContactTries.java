package no.vegvisar.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.WorkingDays;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.Patients;
import org.springframework.stereotype.Component;

/**
 * Tries to reach a patient whose letter did not arrive: each is on record with day, channel and
 * result, and the next one is proposed, on the next working day by a channel not tried yet. Nothing
 * here closes a case (decisions 28).
 */
@Component
class ContactTries {

  private static final List<String> CHANNELS = List.of("phone", "sms", "post", "visit");

  /** Those that need an address, which is not used while it is protected. */
  private static final List<String> AT_HOME = List.of("post", "visit");

  private final CaseLedger ledger;
  private final CaseFiles cases;
  private final Patients patients;
  private final Letters letters;
  private final WorkingDays calendar;
  private final AssessmentWords words;
  private final Clock clock;

  ContactTries(
      CaseLedger ledger,
      CaseFiles cases,
      Patients patients,
      Letters letters,
      WorkingDays calendar,
      AssessmentWords words,
      Clock clock) {
    this.ledger = ledger;
    this.cases = cases;
    this.patients = patients;
    this.letters = letters;
    this.calendar = calendar;
    this.words = words;
    this.clock = clock;
  }

  /**
   * @param at as typed, in Oslo
   * @param result or null
   */
  record Try(LocalDateTime at, String how, String result) {}

  /** What is proposed; a person decides. */
  record Next(String how, LocalDate on) {}

  /** Puts the tries of a form on record; a try without day or channel is asked for. */
  List<Refusal> record(Submission form) {
    List<AssessmentEvent.ContactTried> tried = new ArrayList<>();
    for (JsonNode row : form.rows("tries")) {
      String at = row.path("at").asText("");
      String how = row.path("how").asText("");
      String result = row.path("result").asText("");
      if (at.isBlank() && how.isBlank() && result.isBlank()) {
        continue;
      }
      if (at.isBlank() || how.isBlank()) {
        return List.of(Refusal.of("assessment.refusal.try-incomplete").at("tries"));
      }
      tried.add(new AssessmentEvent.ContactTried(at, how, result.isBlank() ? null : result));
    }
    tried.forEach(t -> ledger.append(form.caseNo(), t));
    return List.of();
  }

  /** All tries on record, the earliest first. */
  List<Try> of(CaseNo caseNo) {
    return ledger.entries(caseNo).stream()
        .filter(e -> e.event() instanceof AssessmentEvent.ContactTried)
        .map(e -> (AssessmentEvent.ContactTried) e.event())
        .map(
            t ->
                new Try(
                    LocalDateTime.parse(t.at().length() == 10 ? t.at() + "T00:00" : t.at()),
                    t.how(),
                    t.result()))
        .sorted(Comparator.comparing(Try::at))
        .toList();
  }

  Next next(CaseNo caseNo) {
    boolean hidden = patients.get(cases.get(caseNo).personId()).protection().hidesAddress();
    return next(of(caseNo), hidden, OsloTime.dateOf(clock.instant()), calendar);
  }

  /** A channel not tried yet, else the one tried longest ago; never before today. */
  static Next next(List<Try> tries, boolean hidden, LocalDate today, WorkingDays calendar) {
    List<String> open = CHANNELS.stream().filter(c -> !hidden || !AT_HOME.contains(c)).toList();
    String how =
        open.stream().min(Comparator.comparing((String c) -> last(tries, c))).orElseThrow();
    LocalDate after =
        tries.isEmpty() ? today : calendar.plus(tries.get(tries.size() - 1).at().toLocalDate(), 1);
    LocalDate on = after.isBefore(today) ? today : after;
    return new Next(how, calendar.isWorkingDay(on) ? on : calendar.plus(on, 1));
  }

  private static LocalDateTime last(List<Try> tries, String channel) {
    return tries.stream()
        .filter(t -> t.how().equals(channel))
        .map(Try::at)
        .max(Comparator.naturalOrder())
        .orElse(LocalDateTime.MIN);
  }

  /** Why the letter did not arrive, what was tried, and what to try next. */
  List<String> lines(RightsAssessment assessment, Language language) {
    CaseNo caseNo = assessment.caseNo();
    List<String> lines = new ArrayList<>();
    if (assessment.patientLetter() != null) {
      lines.add(
          why(caseNo)
              .map(w -> words.text("assessment.tell.held", language, words.text(w, language)))
              .orElseGet(
                  () ->
                      words.text(
                          "assessment.tell.state",
                          language,
                          words.text(
                              "correspondence.state."
                                  + letters.get(assessment.patientLetter()).state(),
                              language))));
    }
    of(caseNo)
        .forEach(
            t ->
                lines.add(
                    words.text(
                        "assessment.tell.tried",
                        language,
                        DecisionLetters.dateTime(
                            t.at().atZone(OsloTime.ZONE).toInstant(), language),
                        words.text("assessment.channel." + t.how(), language),
                        t.result() == null ? "–" : t.result())));
    Next next = next(caseNo);
    lines.add(
        words.text(
            "assessment.tell.next",
            language,
            words.text("assessment.channel." + next.how(), language),
            language.day(next.on())));
    lines.add(words.text("assessment.tell.open", language));
    return lines;
  }

  /** Message key of why the newest letter was held back; empty when none was. */
  private Optional<String> why(CaseNo caseNo) {
    return ledger.entries(caseNo).stream()
        .filter(e -> e.type().equals("correspondence.letter-held/1") && e.event() != null)
        .reduce((first, last) -> last)
        .map(e -> "correspondence.word." + e.event().words()[0]);
  }
}
