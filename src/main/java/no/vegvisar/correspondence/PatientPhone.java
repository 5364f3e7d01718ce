package no.vegvisar.correspondence;

import java.util.List;
import java.util.Optional;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.patient.PhoneCautions;
import no.vegvisar.patient.PhoneCautions.Caution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the patient's phone is shared or wrong, told by those who call (S16). */
@Service
@Transactional
public class PatientPhone {

  private final PhoneCautions cautions;
  private final CallLog calls;
  private final CaseFiles cases;
  private final CaseLedger ledger;
  private final CaseAccess access;

  PatientPhone(
      PhoneCautions cautions,
      CallLog calls,
      CaseFiles cases,
      CaseLedger ledger,
      CaseAccess access) {
    this.cautions = cautions;
    this.calls = calls;
    this.cases = cases;
    this.ledger = ledger;
    this.access = access;
  }

  /** Access was opened by the caller; empty when the phone is the patient's own. */
  @Transactional(readOnly = true)
  public Optional<Caution> of(CaseNo caseNo) {
    return cautions.of(cases.get(caseNo).personId());
  }

  /**
   * Keeps it for whoever calls next; the same again changes nothing. Refuses what a colleague has
   * changed since it was read, and by exception whoever does not work with the calls of this case.
   *
   * @param seen what stood when the page was read; empty: the phone was the patient's own
   * @param cautionOrNull null: the phone is the patient's own
   */
  public List<Refusal> beware(CaseNo caseNo, Optional<Caution> seen, Caution cautionOrNull) {
    access.require(caseNo, Thing.LETTER);
    if (!calls.mayNote(caseNo)) {
      throw new NoAccessException(Refusal.of("access.refusal.no-tie"));
    }
    ledger.lock(caseNo);
    Optional<Caution> stands = of(caseNo);
    if (!stands.equals(seen) && !stands.equals(Optional.ofNullable(cautionOrNull))) {
      return List.of(Refusal.of("correspondence.refusal.phone-meanwhile").at("phone"));
    }
    if (cautions.beware(cases.get(caseNo).personId(), cautionOrNull)) {
      ledger.append(
          caseNo,
          new CorrespondenceEvent.PhoneCautioned(
              cautionOrNull == null ? "own" : cautionOrNull.code()));
    }
    return List.of();
  }
}
