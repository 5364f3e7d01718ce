package no.vegvisar.treatment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.Ids;
import no.vegvisar.organisation.UserId;

/** An evaluation that was held (T09, T11; pathway-facts §4.4). Never changed afterwards. */
@Entity
@Table(name = "evaluation")
class Evaluation {

  @Id private UUID id;
  @Version private Long version;
  private String caseNo;
  private int nth;
  private String useful;
  private String planChanged;
  private String moreWorkUp;
  private String childrenAsked;
  private String kinConsent;
  private boolean goesOn;
  private LocalDate nextEvaluation;
  private String heldBy;
  private Instant heldAt;

  protected Evaluation() {}

  static Evaluation held(int nth, Submission form) {
    var evaluation = new Evaluation();
    evaluation.id = Ids.next();
    evaluation.caseNo = form.caseNo().value();
    evaluation.nth = nth;
    evaluation.useful = form.text("useful");
    evaluation.planChanged = form.text("planChanged");
    evaluation.moreWorkUp = form.text("moreWorkUp");
    evaluation.childrenAsked = form.text("childrenAsked");
    evaluation.kinConsent = form.text("kinConsent");
    evaluation.goesOn = form.is("treatmentGoesOn", "yes");
    evaluation.nextEvaluation = form.date("nextEvaluation").orElse(null);
    evaluation.heldBy = form.by().value();
    evaluation.heldAt = form.at();
    return evaluation;
  }

  int nth() {
    return nth;
  }

  String useful() {
    return useful;
  }

  String planChanged() {
    return planChanged;
  }

  String moreWorkUp() {
    return moreWorkUp;
  }

  String kinConsent() {
    return kinConsent;
  }

  boolean goesOn() {
    return goesOn;
  }

  LocalDate nextEvaluation() {
    return nextEvaluation;
  }

  UserId heldBy() {
    return new UserId(heldBy);
  }

  Instant heldAt() {
    return heldAt;
  }
}
