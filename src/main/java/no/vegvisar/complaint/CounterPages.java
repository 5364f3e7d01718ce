package no.vegvisar.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseKind;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.complaint.web.CounterView;
import no.vegvisar.complaint.web.ElsewhereView;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.PatientBannerView;
import no.vegvisar.ui.ProblemView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where whoever opens the post begins with a complaint: the case by its number, as it stands on the
 * letter that is complained about; number, name and decisions, nothing else of the case.
 */
@Component
@Transactional
public class CounterPages {

  private static final int DAYS = 7;

  private final ComplaintRegistrars registrars;
  private final ComplaintDesk desk;
  private final AssessmentDesk assessments;
  private final CaseFiles cases;
  private final PersonViews persons;
  private final DeadlineClocks clocks;
  private final Clock clock;
  private final MessageSource messages;
  private final String municipality;

  CounterPages(
      ComplaintRegistrars registrars,
      ComplaintDesk desk,
      AssessmentDesk assessments,
      CaseFiles cases,
      PersonViews persons,
      DeadlineClocks clocks,
      Clock clock,
      MessageSource messages,
      @Value("${vegvisar.complaint.municipality}") String municipality) {
    this.registrars = registrars;
    this.desk = desk;
    this.assessments = assessments;
    this.cases = cases;
    this.persons = persons;
    this.clocks = clocks;
    this.clock = clock;
    this.messages = messages;
    this.municipality = municipality;
  }

  /**
   * @param typed case number; a number that leads nowhere is told of in one way, whatever the cause
   * @param done word for what has just been done, or null
   */
  public CounterView counter(String typed, String done, Language language) {
    if (!registrars.opensThePost()) {
      throw new NoAccessException(Refusal.of("complaint.refusal.counter"));
    }
    String told = done == null ? null : message("complaint.counter.done." + done, language);
    if (typed == null || typed.isBlank()) {
      return new CounterView("", List.of(), told, null);
    }
    Optional<CaseNo> caseNo =
        CaseNo.tryParse(typed.strip())
            .filter(c -> cases.find(c).filter(f -> f.kind() == CaseKind.CLINIC).isPresent());
    if (caseNo.isEmpty()) {
      return new CounterView(
          typed,
          ProblemView.of(
              List.of(Refusal.of("complaint.refusal.no-case").at("case")),
              messages,
              language.locale()),
          null,
          null);
    }
    CaseSummary file = registrars.open(caseNo.get(), "complaint-counter");
    return new CounterView(typed, List.of(), told, found(file, language));
  }

  private CounterView.Found found(CaseSummary file, Language language) {
    String base = "/cases/" + file.caseNo() + "/complaints/";
    return new CounterView.Found(
        banner(file, language),
        decisions(file.caseNo(), language),
        base + "new",
        base + "elsewhere",
        desk.ofCase(file.caseNo()).stream()
            .filter(c -> !c.state().ended())
            .map(
                c ->
                    new CounterView.Open(
                        c.id().toString(),
                        message("complaint.title.of", language, language.day(c.receivedAt())),
                        message("complaint.state." + c.state(), language),
                        base + c.id() + "/papers",
                        c.state().withdrawable() ? base + c.id() + "/withdraw" : null))
            .toList());
  }

  /** Number and name alone for who has no more to do with the case. */
  PatientBannerView banner(CaseSummary file, Language language) {
    return registrars.may(file) ? persons.banner(file, language) : persons.head(file, language);
  }

  /** Back to where the reader takes in complaints. */
  String home(CaseSummary file) {
    return registrars.may(file)
        ? "/cases/" + file.caseNo() + "/complaints"
        : "/complaints?case=" + file.caseNo();
  }

  /** As above, for after something has been done. */
  public String home(CaseNo caseNo, String done) {
    CaseSummary file = cases.get(caseNo);
    return registrars.may(file) ? home(file) : home(file) + "&done=" + done;
  }

  /** What was decided, when the patient was told, and until when a complaint is in time. */
  List<FactView> decisions(CaseNo caseNo, Language language) {
    List<FactView> decisions = new ArrayList<>();
    assessments
        .find(caseNo)
        .filter(d -> d.toldAt() != null)
        .ifPresent(
            d ->
                decisions.add(
                    FactView.of(
                        message("assessment.outcome." + d.outcome(), language),
                        clocks
                            .find("T04", caseNo.value())
                            .map(
                                c ->
                                    message(
                                        "complaint.counter.told",
                                        language,
                                        language.day(d.toldAt()),
                                        language.day(c.dueOn())))
                            .orElseGet(() -> language.day(d.toldAt())))));
    return decisions;
  }

  /** A complaint about what a municipality decided: whose it is, and what was done with it. */
  public ElsewhereView elsewhere(
      CaseNo caseNo,
      ElsewhereView.Typed typed,
      String key,
      List<Refusal> refusals,
      Language language) {
    CaseSummary file = registrars.open(caseNo, "complaint-elsewhere");
    LocalDate today = OsloTime.dateOf(clock.instant());
    return new ElsewhereView(
        banner(file, language),
        home(file),
        "/cases/" + caseNo + "/complaints/elsewhere",
        key == null ? Ids.next().toString() : key,
        clocks
            .lastDay("T04b", clock.instant())
            .map(last -> ChronoUnit.DAYS.between(today, last) / DAYS)
            .orElseThrow(),
        municipality,
        typed,
        ProblemView.of(refusals, messages, language.locale()));
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
