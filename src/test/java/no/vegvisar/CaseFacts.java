package no.vegvisar;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.casefile.LedgerEntry;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.worklist.WorkQueries;
import org.springframework.stereotype.Component;

/** What is on a case's record: the facts of its ledger, and its clocks. */
@Component
public class CaseFacts {

  private final CaseLedger ledger;
  private final DeadlineClocks clocks;
  private final WorkQueries work;
  private final ActingAs actingAs;

  CaseFacts(CaseLedger ledger, DeadlineClocks clocks, WorkQueries work, ActingAs actingAs) {
    this.ledger = ledger;
    this.clocks = clocks;
    this.work = work;
    this.actingAs = actingAs;
  }

  /** Titles, in English, of what this user owes on the case beside the process. */
  public List<String> owed(String userName, CaseNo caseNo) {
    return actingAs.user(
        userName,
        () ->
            Stream.of(WorkQueries.View.MINE, WorkQueries.View.GROUP)
                .flatMap(
                    view ->
                        work
                            .page(view, WorkQueries.Narrowed.NOT, true, null, 500)
                            .entries()
                            .stream())
                .filter(e -> e.house() && caseNo.value().equals(e.caseNo()))
                .distinct()
                .map(e -> e.title().en())
                .toList());
  }

  /** Types of all entries, in order. */
  public List<String> types(CaseNo caseNo) {
    return ledger.entries(caseNo).stream().map(LedgerEntry::type).toList();
  }

  public long count(CaseNo caseNo, String type) {
    return ofType(caseNo, type).size();
  }

  /** The first entry of this type; a fault when there is none. */
  public LedgerEntry entry(CaseNo caseNo, String type) {
    return ofType(caseNo, type).stream().findFirst().orElseThrow();
  }

  /** What the entries of this type say, each in one line. */
  public List<String> words(CaseNo caseNo, String type) {
    return ofType(caseNo, type).stream()
        .map(e -> String.join(" ", Arrays.stream(e.event().words()).map(String::valueOf).toList()))
        .toList();
  }

  /** The case's clock of this family; a fault when there is none. */
  public DeadlineClock clock(String family, CaseNo caseNo) {
    return clocks
        .find(family, caseNo.value())
        .orElseThrow(() -> new AssertionError("no clock " + family));
  }

  private List<LedgerEntry> ofType(CaseNo caseNo, String type) {
    return ledger.entries(caseNo).stream().filter(e -> e.type().equals(type)).toList();
  }
}
