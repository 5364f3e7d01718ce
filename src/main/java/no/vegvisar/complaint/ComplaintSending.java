package no.vegvisar.complaint;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.correspondence.Letters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaves about a complaint; each step of the process that writes to somebody is one here. */
@Service
@Transactional
public class ComplaintSending {

  private final ComplaintDesk desk;
  private final ComplaintForwarding forwarding;
  private final ComplaintLetters drafts;
  private final Letters letters;
  private final CaseLedger ledger;
  private final Clock clock;

  ComplaintSending(
      ComplaintDesk desk,
      ComplaintForwarding forwarding,
      ComplaintLetters drafts,
      Letters letters,
      CaseLedger ledger,
      Clock clock) {
    this.desk = desk;
    this.forwarding = forwarding;
    this.drafts = drafts;
    this.letters = letters;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The complaint is received, what happens now, and what is missing. */
  public void confirmReceived(String complaintId) {
    send(drafts.received(complaint(complaintId), false));
  }

  /** Once more, for the power of attorney; nothing when it has come meanwhile. */
  public void remindAboutPower(String complaintId) {
    Complaint complaint = complaint(complaintId);
    if (complaint.powerMissing()) {
      UUID letter = send(drafts.received(complaint, true));
      ledger.append(
          complaint.caseNo(),
          new ComplaintEvent.PowerOfAttorneyReminded(complaintId, letter.toString()));
    }
  }

  /** To the County Governor with the documents, as one paper, and to whoever complains. */
  public void forward(String complaintId) {
    Complaint complaint = complaint(complaintId);
    List<String> documents = desk.read(complaint.documentsJson());
    UUID letter = forwarding.write(complaint);
    letters.send(letter);
    complaint.forwarded(clock.instant());
    send(drafts.forwarded(complaint));
    ledger.append(
        complaint.caseNo(),
        new ComplaintEvent.Forwarded(complaintId, letter.toString(), documents));
  }

  /** It has been upheld, by us or by the County Governor, and this is what is done. */
  public void tellOutcome(String complaintId) {
    Complaint complaint = complaint(complaintId);
    UUID letter = send(drafts.outcome(complaint));
    ledger.append(
        complaint.caseNo(), new ComplaintEvent.OutcomeTold(complaintId, letter.toString()));
  }

  public void confirmWithdrawn(String complaintId) {
    Complaint complaint = complaint(complaintId);
    send(drafts.withdrawn(complaint));
    if (complaint.forwardedAt() != null) {
      send(drafts.withdrawnToAppealBody(complaint));
    }
  }

  private UUID send(Letters.Draft draft) {
    UUID letter = letters.write(draft);
    letters.send(letter);
    return letter;
  }

  private Complaint complaint(String complaintId) {
    Complaint complaint = desk.find(complaintId).orElseThrow();
    ledger.lock(complaint.caseNo());
    return complaint;
  }
}
