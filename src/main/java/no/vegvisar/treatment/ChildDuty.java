package no.vegvisar.treatment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Ids;

/**
 * The duty to see to a minor's need of information and follow-up (hpl 10a, 10b). It lives on when
 * the case is closed; done when somebody has talked with the patient about the child and the
 * children's contact knows.
 */
@Entity
@Table(name = "child_duty")
class ChildDuty {

  enum State {
    TO_DO,
    DONE,
    NOT_NEEDED
  }

  @Id private UUID id;
  @Version private Long version;
  private UUID personId;
  private String caseNo;
  private String state;
  private boolean talked;
  private boolean contactInformed;
  private Instant openedAt;
  private Instant settledAt;

  protected ChildDuty() {}

  static ChildDuty opened(UUID personId, CaseNo caseNo, Instant at) {
    var duty = new ChildDuty();
    duty.id = Ids.next();
    duty.personId = personId;
    duty.caseNo = caseNo.value();
    duty.state = State.TO_DO.name();
    duty.openedAt = at;
    return duty;
  }

  /** Returns whether this settled the duty. */
  boolean attended(boolean talkedNow, boolean contactNow, Instant at) {
    talked = talked || talkedNow;
    contactInformed = contactInformed || contactNow;
    if (talked && contactInformed && open()) {
      state = State.DONE.name();
      settledAt = at;
      return true;
    }
    return false;
  }

  void notNeeded(Instant at) {
    state = State.NOT_NEEDED.name();
    settledAt = at;
  }

  boolean open() {
    return State.TO_DO.name().equals(state);
  }

  /** Key of its place in the worklist. */
  String workKey() {
    return "child-duty:" + id;
  }

  boolean talked() {
    return talked;
  }

  boolean contactInformed() {
    return contactInformed;
  }
}
