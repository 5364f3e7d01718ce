package no.vegvisar.complaint;

import java.util.List;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseEvent;
import no.vegvisar.casefile.EventType;

/** What the ledger keeps of a complaint; days and times as ISO text. */
sealed interface ComplaintEvent extends CaseEvent {

  @Override
  default Thing thing() {
    return Thing.LETTER;
  }

  /**
   * @param powerOfAttorney given, missing or byLaw; null when the patient complains
   */
  @EventType("complaint.received/1")
  record Received(
      String complaintId,
      String receivedAt,
      String channel,
      List<String> about,
      String text,
      String wanted,
      String complainant,
      String complainantName,
      String powerOfAttorney)
      implements ComplaintEvent {
    @Override
    public Object[] words() {
      return new Object[] {channel, complainant};
    }
  }

  @EventType("complaint.paper-added/1")
  record PaperAdded(String complaintId, String documentId, String sha256)
      implements ComplaintEvent {}

  /** Of what was upheld in part; the rest of the complaint goes its own way. */
  @EventType("complaint.part-carried-out/1")
  record PartCarriedOut(String complaintId, String done) implements ComplaintEvent {}

  /** Taken on, also when late or without a power of attorney; the reason stands in it. */
  @EventType("complaint.considered/1")
  record Considered(
      String complaintId, String inTime, String lateReason, String standing, String reason)
      implements ComplaintEvent {
    @Override
    public Object[] words() {
      return new Object[] {inTime};
    }
  }

  @EventType("complaint.power-of-attorney/1")
  record PowerOfAttorney(String complaintId, String came, String receivedOn, String reason)
      implements ComplaintEvent {
    @Override
    public Object[] words() {
      return new Object[] {came};
    }
  }

  @EventType("complaint.power-of-attorney-reminded/1")
  record PowerOfAttorneyReminded(String complaintId, String letterId) implements ComplaintEvent {}

  /**
   * By another than those who prepared and signed what is complained about.
   *
   * @param remedyWords what is done; of a complaint upheld in part, of that part
   * @param documents chosen to go to the County Governor beside complaint and review
   * @param leftOutReason why something that usually goes does not, or null
   */
  @EventType("complaint.reviewed/1")
  record Reviewed(
      String complaintId,
      String outcome,
      String reason,
      String remedy,
      String remedyWords,
      List<String> documents,
      String leftOutReason)
      implements ComplaintEvent {
    @Override
    public Object[] words() {
      return new Object[] {outcome};
    }
  }

  /**
   * @param letterId letter and documents are one paper, kept with the letter
   */
  @EventType("complaint.forwarded/1")
  record Forwarded(String complaintId, String letterId, List<String> documents)
      implements ComplaintEvent {
    @Override
    public Object[] words() {
      return new Object[] {documents.size()};
    }
  }

  @EventType("complaint.result-recorded/1")
  record ResultRecorded(
      String complaintId,
      String result,
      String resultOn,
      String reason,
      String remedy,
      String remedyWords)
      implements ComplaintEvent {
    @Override
    public Object[] words() {
      return new Object[] {result};
    }
  }

  @EventType("complaint.outcome-told/1")
  record OutcomeTold(String complaintId, String letterId) implements ComplaintEvent {}

  @EventType("complaint.carried-out/1")
  record CarriedOut(String complaintId, String done, String patientTold)
      implements ComplaintEvent {}

  @EventType("complaint.withdrawn/1")
  record Withdrawn(String complaintId, String reason) implements ComplaintEvent {}

  /**
   * Came here and is about what a municipality decided: guided or passed on.
   *
   * @param way guided or passedOn
   */
  @EventType("complaint.elsewhere/1")
  record Elsewhere(
      String id, String receivedOn, String about, String way, String doneOn, String toWhom)
      implements ComplaintEvent {
    @Override
    public Object[] words() {
      return new Object[] {way};
    }
  }
}
