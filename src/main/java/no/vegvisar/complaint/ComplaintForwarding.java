package no.vegvisar.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.NoAccessException;
import no.vegvisar.access.Thing;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.Drafts;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Outcome;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A complaint that is not upheld in full goes to the County Governor as one paper: letter,
 * complaint, decision, referral and review. Whoever reviews sees it before it goes, and says why
 * when something that usually goes does not.
 */
@Service
@Transactional
public class ComplaintForwarding {

  static final String FORM = "review-complaint";

  private final ComplaintDesk desk;
  private final ComplaintHandling handling;
  private final ComplaintPapers papers;
  private final ComplaintLetters drafts;
  private final Letters letters;
  private final OpenTasks tasks;
  private final Drafts typed;
  private final CaseAccess access;
  private final CurrentActor current;
  private final ObjectMapper json;

  ComplaintForwarding(
      ComplaintDesk desk,
      ComplaintHandling handling,
      ComplaintPapers papers,
      ComplaintLetters drafts,
      Letters letters,
      OpenTasks tasks,
      Drafts typed,
      CaseAccess access,
      CurrentActor current,
      ObjectMapper json) {
    this.desk = desk;
    this.handling = handling;
    this.papers = papers;
    this.drafts = drafts;
    this.letters = letters;
    this.tasks = tasks;
    this.typed = typed;
    this.access = access;
    this.current = current;
    this.json = json;
  }

  /** The own review; what is not upheld in full must be fit to be sent. */
  List<Refusal> review(Submission form) {
    Complaint complaint = desk.of(form);
    boolean goes = !form.is("reviewOutcome", "upheld");
    Set<String> missing = papers.usual(complaint);
    form.chosen("documents").forEach(missing::remove);
    List<Refusal> refusals = handling.review(form);
    if (!refusals.isEmpty() || !goes) {
      return refusals;
    }
    if (!missing.isEmpty() && form.text("leftOutReason") == null) {
      return List.of(Refusal.of("complaint.refusal.left-out", missing.size()).at("leftOutReason"));
    }
    return paper(complaint, recorded(complaint)).refusals().stream()
        .map(r -> r.at("documents"))
        .toList();
  }

  /** Letter and documents, written as one paper; nothing is sent. */
  UUID write(Complaint complaint) {
    Review review = recorded(complaint);
    return letters.write(
        drafts.toAppealBody(complaint, review),
        papers.enclosures(complaint, review, drafts.senderLanguage(complaint.caseNo())));
  }

  /**
   * What would go now, by what the reviewer's task has saved; opening it is logged. Only for who
   * has the task in hand.
   */
  public Outcome<byte[]> preview(CaseNo caseNo, UUID id) {
    Complaint complaint = desk.onCase(caseNo, id);
    UserId me = current.get().id();
    OpenTask task =
        tasks.ofCase(caseNo.value()).stream()
            .filter(t -> FORM.equals(t.formId()) && me.value().equals(t.assignee()))
            .filter(t -> id.toString().equals(t.variables().get("complaintId")))
            .findFirst()
            .orElseThrow(
                () -> new NoAccessException(Refusal.of("complaint.refusal.not-reviewing")));
    access.open(caseNo, Thing.LETTER, "complaint-forwarding");
    access.open(caseNo, Thing.REFERRAL, "complaint-forwarding");
    return paper(complaint, beingWritten(complaint, typed.ofTask(task.taskId(), me), me));
  }

  private Outcome<byte[]> paper(Complaint complaint, Review review) {
    return letters.previewPdf(
        drafts.toAppealBody(complaint, review),
        papers.enclosures(complaint, review, drafts.senderLanguage(complaint.caseNo())));
  }

  private Review recorded(Complaint complaint) {
    return new Review(
        complaint.reviewOutcome(),
        complaint.reviewReason(),
        complaint.partWords(),
        complaint.reviewedBy(),
        desk.read(complaint.documentsJson()));
  }

  private Review beingWritten(Complaint complaint, Optional<Drafts.Draft> draft, UserId by) {
    JsonNode answers = draft.map(d -> read(d.answersJson())).orElseGet(json::createObjectNode);
    List<String> chosen = new ArrayList<>();
    if (answers.has("documents")) {
      answers.path("documents").forEach(d -> chosen.add(d.asText()));
    } else {
      chosen.addAll(papers.usual(complaint));
    }
    String outcome = answers.path("reviewOutcome").asText(null);
    return new Review(
        "upheld".equals(outcome) ? null : outcome,
        answers.path("reason").asText(null),
        "partly".equals(outcome) ? answers.path("partWords").asText(null) : null,
        by,
        chosen);
  }

  private JsonNode read(String answers) {
    try {
      return json.readTree(answers);
    } catch (JsonProcessingException e) {
      return json.createObjectNode();
    }
  }

  /** What may go along, and what is chosen until somebody chooses otherwise. */
  FormHandler.Context offered(Complaint complaint, Language language) {
    return new FormHandler.Context(
        Map.of(),
        Map.of("caseDocuments", papers.choices(complaint, language)),
        Map.of("documents", List.copyOf(papers.usual(complaint))));
  }
}
