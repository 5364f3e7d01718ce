package no.vegvisar.referral;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.vegvisar.access.Thing;
import no.vegvisar.document.Documents;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Referrals that come on paper or by phone (S1, S12, S27): what intake typed and the scan become a
 * case together or not at all, and once however often they are sent.
 */
@Service
public class PaperReferrals {

  public static final String FORM = "take-down-referral";

  private static final String SCAN = "scan";

  private final FormGate gate;
  private final ReferralRecords records;
  private final Documents documents;
  private final TransactionTemplate tx;

  PaperReferrals(
      FormGate gate,
      ReferralRecords records,
      Documents documents,
      PlatformTransactionManager transactions) {
    this.gate = gate;
    this.records = records;
    this.documents = documents;
    this.tx = new TransactionTemplate(transactions);
  }

  /** A referral that has its case now. */
  public record TakenDown(String reference, CaseNo caseNo) {}

  /**
   * @param key of the page; a repeat gives the first result
   * @param scanOrNull bytes of the scanned letter
   */
  public Outcome<TakenDown> takeDown(String key, ObjectNode answers, byte[] scanOrNull) {
    return tx.execute(
        status -> {
          answers.put("scanned", scanOrNull != null);
          Outcome<Submission> sent = gate.submit(FORM, null, key, answers.toString());
          Optional<Referral> referral =
              sent.isDone() ? records.bySubmission(sent.value().id()) : Optional.empty();
          List<Refusal> refusals = new ArrayList<>(sent.refusals());
          if (scanOrNull != null) {
            refusals.addAll(keep(scanOrNull, referral));
          }
          if (!refusals.isEmpty()) {
            status.setRollbackOnly();
            return new Outcome.Refused<>(refusals);
          }
          return Outcome.done(
              new TakenDown(referral.orElseThrow().reference(), referral.get().caseNo()));
        });
  }

  private List<Refusal> keep(byte[] scan, Optional<Referral> referral) {
    CaseNo caseNo = referral.map(Referral::caseNo).orElse(null);
    boolean sentBefore = caseNo != null && !ReferralPapers.of(documents, caseNo).isEmpty();
    if (sentBefore) {
      return List.of();
    }
    Outcome<Documents.Document> kept =
        documents.receive(referral.map(Referral::reference).orElse(SCAN), scan, Thing.REFERRAL);
    if (kept.isDone() && caseNo != null) {
      documents.belongsTo(kept.value().id(), caseNo);
    }
    return kept.refusals().stream().map(refusal -> refusal.at(SCAN)).toList();
  }
}
