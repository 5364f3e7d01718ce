package no.vegvisar.complaint;

import java.util.List;
import java.util.UUID;
import no.vegvisar.ActingAs;
import no.vegvisar.Journeys;
import no.vegvisar.Journeys.Answers;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.correspondence.Letters.Letter;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import org.springframework.stereotype.Component;

/** A complaint on a case as tests ask about it, and the answers that its steps usually get. */
@Component
class ComplaintTrial {

  private final Journeys journeys;
  private final ActingAs actingAs;
  private final DeadlineClocks clocks;
  private final Letters letters;
  private final ComplaintPapers papers;
  private final ComplaintDesk desk;

  ComplaintTrial(
      Journeys journeys,
      ActingAs actingAs,
      DeadlineClocks clocks,
      Letters letters,
      ComplaintPapers papers,
      ComplaintDesk desk) {
    this.journeys = journeys;
    this.actingAs = actingAs;
    this.clocks = clocks;
    this.letters = letters;
    this.papers = papers;
    this.desk = desk;
  }

  Outcome<UUID> withdraw(CaseNo caseNo, Complaint complaint, long version, boolean sure) {
    return actingAs.user(
        "intake",
        () -> desk.withdraw(caseNo, complaint.id(), version, "Ringde i dag og trekte klaga", sure));
  }

  Answers assessAnew() {
    return new Answers()
        .with("reviewOutcome", "upheld")
        .with("reason", "Vurderinga bygde på for lite")
        .with("remedy", "newAssessment");
  }

  Answers considered() {
    return new Answers()
        .with("inTime", "yes")
        .with("standing", "own")
        .with("reason", "Klagar er høyrt");
  }

  /** With all that usually goes along. */
  Answers notUpheld(CaseNo caseNo) {
    return new Answers()
        .with("reviewOutcome", "notUpheld")
        .with("reason", "Hjelp i kommunen er nok")
        .with("documents", List.copyOf(papers.usual(one(caseNo))));
  }

  /** The rest with all that usually goes along. */
  Answers partly(CaseNo caseNo) {
    return notUpheld(caseNo)
        .with("reviewOutcome", "partly")
        .with("partWords", "Samtale kvar veke til svaret kjem");
  }

  Answers stands() {
    return new Answers()
        .with("complaintResult", "stands")
        .with("resultOn", journeys.day(0))
        .with("reason", "Statsforvaltaren er samd");
  }

  Answers changed() {
    return new Answers()
        .with("complaintResult", "changed")
        .with("resultOn", journeys.day(0))
        .with("reason", "Retten er sett for snevert")
        .with("remedy", "other")
        .with("remedyWords", "Time hos spesialist");
  }

  Answers carriedOut() {
    return new Answers().with("done", "Time sett til måndag").with("patientTold", "yes");
  }

  Complaint one(CaseNo caseNo) {
    return desk.ofCase(caseNo).get(0);
  }

  /** The clock of the one complaint on the case. */
  DeadlineClock clock(String family, CaseNo caseNo) {
    return clocks.find(family, one(caseNo).id().toString()).orElseThrow();
  }

  List<Letter> about(CaseNo caseNo, String template) {
    return letters.ofCase(caseNo).stream().filter(l -> l.template().equals(template)).toList();
  }
}
