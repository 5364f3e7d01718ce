package no.vegvisar.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineClocks.DeadlineClock;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.form.TaskContext;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A complaint in words: beside its tasks and on the case page. What guides (was it in time, who may
 * complain) stands beside the fields and decides nothing.
 */
@Component
public class ComplaintFacts implements TaskContext {

  private final ComplaintDesk desk;
  private final DeadlineClocks clocks;
  private final Users users;
  private final MessageSource messages;

  ComplaintFacts(ComplaintDesk desk, DeadlineClocks clocks, Users users, MessageSource messages) {
    this.desk = desk;
    this.clocks = clocks;
    this.users = users;
    this.messages = messages;
  }

  /**
   * @param content false for a reader of heads: then nobody's words are among the facts
   */
  List<FactView> of(Complaint c, boolean content, Language language) {
    List<FactView> facts = new ArrayList<>();
    add(facts, "state", message("complaint.state." + c.state(), language), language);
    facts.addAll(taken(c, content, language));
    add(facts, "considered-by", name(c.consideredBy()), language);
    add(facts, "review", coded("complaint.outcome.", c.reviewOutcome(), language), language);
    if (content) {
      add(facts, "review-reason", c.reviewReason(), language);
      add(facts, "left-out", c.leftOutReason(), language);
    }
    if (content) {
      facts.addAll(part(c, language));
    }
    add(facts, "reviewed-by", name(c.reviewedBy()), language);
    add(facts, "forwarded", language.day(c.forwardedAt()), language);
    add(facts, "result", coded("complaint.result.", c.result(), language), language);
    add(facts, "result-on", language.day(c.resultOn()), language);
    if (content) {
      add(facts, "result-reason", c.resultReason(), language);
    }
    add(facts, "remedy", coded("complaint.remedy.", c.remedy(), language), language);
    if (content) {
      add(facts, "remedy-words", c.remedyWords(), language);
      add(facts, "done", c.done(), language);
      add(facts, "withdrawn", c.withdrawnReason(), language);
    }
    return facts;
  }

  /** What was upheld in part: what is done of it and what has been done. */
  List<FactView> part(Complaint c, Language language) {
    List<FactView> facts = new ArrayList<>();
    add(facts, "part", c.partWords(), language);
    add(facts, "part-done", c.partDone(), language);
    return facts;
  }

  /**
   * How it came, from whom, about what, and whether in time.
   *
   * @param content false for a reader of heads: then nobody's words are among the facts
   */
  List<FactView> taken(Complaint c, boolean content, Language language) {
    List<FactView> facts = new ArrayList<>();
    add(
        facts,
        "received",
        message(
            "complaint.fact.received.how",
            language,
            language.day(c.receivedAt()),
            message("complaint.word." + c.channel(), language)),
        language);
    add(facts, "about", about(c, language), language);
    String by = message("complaint.complainant." + c.complainant(), language);
    add(
        facts,
        "complainant",
        content && c.complainantName() != null ? by + ": " + c.complainantName() : by,
        language);
    add(facts, "power", coded("complaint.power.", c.powerOfAttorney(), language), language);
    if (content) {
      add(facts, "words", c.words(), language);
      add(facts, "wanted", c.wanted(), language);
    }
    add(facts, "in-time", coded("complaint.in-time.", c.inTime(), language), language);
    if (content) {
      add(facts, "late-reason", c.lateReason(), language);
      add(facts, "considered-reason", c.consideredReason(), language);
    }
    return facts;
  }

  /** What the own review came to, as it goes to the County Governor. */
  List<FactView> review(Review review, Language language) {
    List<FactView> facts = new ArrayList<>();
    add(facts, "review", coded("complaint.outcome.", review.outcome(), language), language);
    add(facts, "review-reason", review.reason(), language);
    add(facts, "part", review.partWords(), language);
    add(facts, "reviewed-by", name(review.by()), language);
    return facts;
  }

  /** Whether it came in time and who may complain, as guidance (T04, T04b; edge 11). */
  List<String> guidance(Complaint c, Language language) {
    List<String> lines = new ArrayList<>();
    Optional<DeadlineClock> time =
        List.of("T04", "T04b").stream()
            .flatMap(family -> clocks.find(family, c.caseNo().value()).stream())
            .findFirst();
    if (time.isEmpty()) {
      lines.add(message("complaint.guide.no-time", language));
    } else {
      String last = language.day(time.get().dueOn());
      boolean late = OsloTime.dateOf(c.receivedAt()).isAfter(time.get().dueOn());
      lines.add(
          message(
              "complaint.guide.time",
              language,
              language.day(time.get().startedOn()),
              last,
              language.day(c.receivedAt())));
      lines.add(message(late ? "complaint.guide.late" : "complaint.guide.in-time", language));
    }
    lines.add(
        message(
            c.byPatient() ? "complaint.guide.own" : "complaint.guide.power." + c.powerOfAttorney(),
            language));
    return lines;
  }

  private String about(Complaint c, Language language) {
    return String.join(
        ", ",
        desk.read(c.aboutJson()).stream()
            .map(a -> message("complaint.about." + a, language))
            .toList());
  }

  @Override
  public boolean concerns(OpenTask task) {
    return "complaint".equals(task.processKey())
        && desk.find((String) task.variables().get("complaintId")).isPresent();
  }

  private static final Set<String> READ_ALL = Set.of("signer", "intake");

  @Override
  public List<Part> parts(OpenTask task, CaseNo caseNo, Language language) {
    Complaint complaint = desk.about(task);
    boolean all = READ_ALL.contains(task.role());
    List<FactView> facts = of(complaint, all, language);
    if (!all && "carry-out-complaint-result".equals(task.formId())) {
      // whoever carries it out reads what, and nobody's reasons
      add(facts, "remedy-words", complaint.remedyWords(), language);
    }
    return List.of(
        new Part(
            message("complaint.part", language),
            null,
            facts,
            List.of(),
            LinkView.to(
                message("complaint.part.more", language),
                "/cases/" + caseNo + "/complaints",
                null)));
  }

  @Override
  public List<Paper> papers(OpenTask task, CaseNo caseNo, Language language) {
    return ComplaintForwarding.FORM.equals(task.formId())
        ? List.of(
            new Paper(
                message("complaint.forwarding.open", language),
                message("complaint.forwarding.as-saved", language),
                "/cases/"
                    + caseNo
                    + "/complaints/"
                    + task.variables().get("complaintId")
                    + "/forwarding"))
        : List.of();
  }

  private void add(List<FactView> facts, String key, String text, Language language) {
    if (text != null && !text.isBlank()) {
      facts.add(FactView.of(message("complaint.fact." + key, language), text));
    }
  }

  private String coded(String prefix, String code, Language language) {
    return code == null ? null : message(prefix + code, language);
  }

  private String name(UserId user) {
    return user == null ? null : users.displayName(user);
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
