package no.vegvisar.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.assessment.AssessmentDesk;
import no.vegvisar.casefile.CaseLedger;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.Correlations;
import no.vegvisar.engine.Instances;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where complaints are taken in, and taken back (S37; pbrl ch. 7). Every complaint is admitted:
 * late, oral, from a relative without power of attorney.
 */
@Service
@Transactional
public class ComplaintDesk {

  static final String FORM = "register-complaint";

  private static final int LONGEST_REASON = 4000;

  private final Complaints complaints;
  private final ComplaintRegistrars registrars;
  private final AssessmentDesk assessments;
  private final CaseLedger ledger;
  private final ComplaintClocks clocks;
  private final Documents documents;
  private final Instances instances;
  private final Correlations correlations;
  private final ObjectMapper json;
  private final Clock clock;

  ComplaintDesk(
      Complaints complaints,
      ComplaintRegistrars registrars,
      AssessmentDesk assessments,
      CaseLedger ledger,
      ComplaintClocks clocks,
      Documents documents,
      Instances instances,
      Correlations correlations,
      ObjectMapper json,
      Clock clock) {
    this.complaints = complaints;
    this.registrars = registrars;
    this.assessments = assessments;
    this.ledger = ledger;
    this.clocks = clocks;
    this.documents = documents;
    this.instances = instances;
    this.correlations = correlations;
    this.json = json;
    this.clock = clock;
  }

  List<Refusal> register(Submission form) {
    registrars.require(form.caseNo());
    List<Refusal> refusals = new ArrayList<>();
    if (!form.is("complainant", "patient")) {
      if (form.text("complainantName") == null) {
        refusals.add(Refusal.of("complaint.refusal.name").at("complainantName"));
      }
      if (form.text("powerOfAttorney") == null) {
        refusals.add(Refusal.of("complaint.refusal.power").at("powerOfAttorney"));
      }
    }
    if (!refusals.isEmpty()) {
      return refusals;
    }
    Complaint complaint = Complaint.received(form, write(form.chosen("about")));
    assessments
        .find(form.caseNo())
        .ifPresent(d -> complaint.against(d.preparedBy(), d.signedBy(), d.toldAt()));
    Complaint kept = complaints.saveAndFlush(complaint);
    ledger.append(
        form.caseNo(),
        new ComplaintEvent.Received(
            kept.id().toString(),
            kept.receivedAt().toString(),
            kept.channel(),
            form.chosen("about"),
            kept.words(),
            kept.wanted(),
            kept.complainant(),
            kept.complainantName(),
            kept.powerOfAttorney()));
    clocks.interruptTimeToComplain(kept);
    clocks.start(kept, ComplaintClocks.CONSIDER);
    instances.start(
        "complaint.received", form.caseNo().value(), Map.of("complaintId", kept.id().toString()));
    return List.of();
  }

  /**
   * Whoever complained takes the complaint back. What has been upheld or decided by others is not
   * withdrawn but carried out.
   *
   * @param version as the page showed it; an older one is refused
   */
  public Outcome<UUID> withdraw(CaseNo caseNo, UUID id, long version, String reason, boolean sure) {
    registrars.require(caseNo);
    ledger.lock(caseNo);
    Complaint complaint = onCase(caseNo, id);
    if (complaint.state() == Complaint.State.WITHDRAWN) {
      return Outcome.done(id);
    }
    if (!complaint.state().withdrawable()) {
      return Outcome.refused(Refusal.of("complaint.refusal.decided"));
    }
    List<Refusal> refusals = new ArrayList<>();
    if (reason == null || reason.isBlank()) {
      refusals.add(Refusal.of("complaint.refusal.withdrawn-reason").at("reason"));
    } else if (reason.length() > LONGEST_REASON) {
      refusals.add(Refusal.of("complaint.refusal.reason-long", LONGEST_REASON).at("reason"));
    }
    if (!sure) {
      refusals.add(Refusal.of("complaint.refusal.sure").at("sure"));
    }
    if (version != complaint.version()) {
      refusals.add(Refusal.of("complaint.refusal.changed"));
    }
    if (!refusals.isEmpty()) {
      return new Outcome.Refused<>(refusals);
    }
    complaint.withdrawn(reason.strip(), clock.instant());
    ledger.append(caseNo, new ComplaintEvent.Withdrawn(id.toString(), reason.strip()));
    clocks.stopDeciding(complaint);
    correlations.toWaiting("complaint.withdrawn", "complaintId", id.toString(), Map.of());
    return Outcome.done(id);
  }

  /** A paper of the complaint: the scanned letter, the power of attorney, an answer. */
  public Outcome<UUID> addPaper(CaseNo caseNo, UUID id, String name, byte[] content) {
    registrars.require(caseNo);
    ledger.lock(caseNo);
    Complaint complaint = onCase(caseNo, id);
    Outcome<Documents.Document> stored = documents.receive(name, content, Thing.LETTER);
    if (!stored.isDone()) {
      return new Outcome.Refused<>(stored.refusals().stream().map(r -> r.at("file")).toList());
    }
    documents.belongsTo(stored.value().id(), caseNo);
    ledger.append(
        caseNo,
        new ComplaintEvent.PaperAdded(
            complaint.id().toString(), stored.value().id().toString(), stored.value().sha256()));
    return Outcome.done(id);
  }

  @Transactional(readOnly = true)
  List<Complaint> ofCase(CaseNo caseNo) {
    return complaints.findByCaseNoOrderByReceivedAt(caseNo.value());
  }

  /** The complaint that this step or task is about. */
  @Transactional(readOnly = true)
  Optional<Complaint> find(String complaintId) {
    return complaintId == null
        ? Optional.empty()
        : complaints.findById(UUID.fromString(complaintId));
  }

  Complaint onCase(CaseNo caseNo, UUID id) {
    return complaints
        .findById(id)
        .filter(c -> c.caseNo().equals(caseNo))
        .orElseThrow(() -> new NoAccessException(Refusal.of("complaint.refusal.may-not")));
  }

  Complaint of(Submission form) {
    return about(form.task());
  }

  @Transactional(readOnly = true)
  Complaint about(OpenTask task) {
    return find((String) task.variables().get("complaintId")).orElseThrow();
  }

  String write(List<String> list) {
    try {
      return json.writeValueAsString(list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text can be written as JSON", e);
    }
  }

  List<String> read(String array) {
    try {
      return json.readValue(array, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored list is JSON", e);
    }
  }
}
