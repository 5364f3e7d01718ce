package no.vegvisar.casefile;

import no.vegvisar.kernel.CaseNo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells every {@link CaseStop} that care stops and writes it down once; for the pathway's steps.
 */
@Service
public class CareStops {

  // asked late: those who stop things hold the case file themselves
  private final ObjectProvider<CaseStop> stops;
  private final CaseLedger ledger;

  CareStops(ObjectProvider<CaseStop> stops, CaseLedger ledger) {
    this.stops = stops;
    this.ledger = ledger;
  }

  /** Stops care; every call is harmless when it has stopped already. */
  @Transactional
  public void stop(CaseNo caseNo, CaseStop.Reason reason) {
    ledger.lock(caseNo);
    stops.orderedStream().forEach(stop -> stop.stop(caseNo, reason));
    ledger.append(caseNo, new CasefileEvent.CareStopped(reason.name()));
  }
}
