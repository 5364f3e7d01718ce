package no.vegvisar.access;

import no.vegvisar.access.AccessRules.Ground;
import no.vegvisar.kernel.CaseNo;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who asked for a case they may not see: the attempt stands in the read log beside the openings, so
 * that an auditor and the case's own staff see who tried.
 */
@Service
@Transactional
public class RefusedOpenings {

  private static final String REFUSED = "refused";

  private static final Ground NONE = new Ground(REFUSED, Purpose.NONE, false, null, null);

  private final CaseAccess access;
  private final CurrentActor current;
  private final StoredReadLog log;

  RefusedOpenings(CaseAccess access, CurrentActor current, StoredReadLog log) {
    this.access = access;
    this.current = current;
    this.log = log;
  }

  /**
   * Notes that the current actor was refused; nothing when they may see the case and were refused
   * some act on it only.
   */
  public void note(CaseNo caseNo) {
    if (!access.decide(caseNo, Thing.CASE_SUMMARY).allowed()) {
      log.write(current.get(), NONE, caseNo, Thing.CASE_SUMMARY, "overview");
    }
  }
}
