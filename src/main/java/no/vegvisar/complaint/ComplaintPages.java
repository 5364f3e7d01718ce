package no.vegvisar.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.access.CurrentActor;
import no.vegvisar.access.Thing;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.complaint.web.ComplaintsView;
import no.vegvisar.complaint.web.NewComplaintView;
import no.vegvisar.complaint.web.WithdrawView;
import no.vegvisar.correspondence.Letters;
import no.vegvisar.deadline.DeadlineClocks;
import no.vegvisar.deadline.DeadlineWords;
import no.vegvisar.document.Documents;
import no.vegvisar.engine.OpenTask;
import no.vegvisar.engine.OpenTasks;
import no.vegvisar.form.Drafts;
import no.vegvisar.form.FormHandler;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.FormView;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.Refusal;
import no.vegvisar.organisation.UserId;
import no.vegvisar.organisation.Users;
import no.vegvisar.ui.DeadlineView;
import no.vegvisar.ui.FactView;
import no.vegvisar.ui.LinkView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pages of complaints: the part of the case, the form of a new one, and taking one back. */
@Component
@Transactional(readOnly = true)
public class ComplaintPages {

  private final ComplaintDesk desk;
  private final ComplaintRegistrars registrars;
  private final CounterPages counter;
  private final ElsewhereDesk elsewhere;
  private final ComplaintFacts facts;
  private final UpheldParts parts;
  private final CaseFiles cases;
  private final ComplaintPapers handedIn;
  private final CaseAccess access;
  private final OpenTasks tasks;
  private final DeadlineClocks clocks;
  private final DeadlineWords words;
  private final Documents documents;
  private final Letters letters;
  private final FormPages forms;
  private final Drafts drafts;
  private final CurrentActor current;
  private final Users users;
  private final MessageSource messages;

  ComplaintPages(
      ComplaintDesk desk,
      ComplaintRegistrars registrars,
      CounterPages counter,
      ElsewhereDesk elsewhere,
      ComplaintFacts facts,
      UpheldParts parts,
      CaseFiles cases,
      ComplaintPapers handedIn,
      CaseAccess access,
      OpenTasks tasks,
      DeadlineClocks clocks,
      DeadlineWords words,
      Documents documents,
      Letters letters,
      FormPages forms,
      Drafts drafts,
      CurrentActor current,
      Users users,
      MessageSource messages) {
    this.desk = desk;
    this.registrars = registrars;
    this.counter = counter;
    this.elsewhere = elsewhere;
    this.facts = facts;
    this.parts = parts;
    this.cases = cases;
    this.handedIn = handedIn;
    this.access = access;
    this.tasks = tasks;
    this.clocks = clocks;
    this.words = words;
    this.documents = documents;
    this.letters = letters;
    this.forms = forms;
    this.drafts = drafts;
    this.current = current;
    this.users = users;
    this.messages = messages;
  }

  /** All complaints of the case; called after the part was opened and logged. */
  public ComplaintsView ofCase(CaseNo caseNo, Language language) {
    CaseSummary file = cases.get(caseNo);
    boolean content = access.decide(caseNo, Thing.LETTER).content();
    boolean registrar = registrars.may(file);
    List<OpenTask> open =
        tasks.ofCase(caseNo.value()).stream()
            .filter(t -> "complaint".equals(t.processKey()))
            .toList();
    return new ComplaintsView(
        registrar ? "/cases/" + caseNo + "/complaints/new" : null,
        desk.ofCase(caseNo).stream().map(c -> one(c, open, content, registrar, language)).toList(),
        content ? elsewhere(caseNo, language) : List.of());
  }

  /** What came about decisions of others, and what was done with it. */
  private List<FactView> elsewhere(CaseNo caseNo, Language language) {
    return elsewhere.ofCase(caseNo).stream()
        .map(
            n ->
                FactView.of(
                    language.day(n.receivedOn()),
                    message(
                        "complaint.elsewhere.line." + n.way(),
                        language,
                        n.about(),
                        n.toWhom(),
                        language.day(n.doneOn()))))
        .toList();
  }

  private ComplaintsView.One one(
      Complaint c, List<OpenTask> open, boolean content, boolean registrar, Language language) {
    String base = "/cases/" + c.caseNo() + "/complaints/" + c.id();
    OpenTask task =
        open.stream()
            .filter(t -> c.id().toString().equals(t.variables().get("complaintId")))
            .findFirst()
            .orElse(null);
    return new ComplaintsView.One(
        c.id().toString(),
        message("complaint.title.of", language, language.day(c.receivedAt())),
        message("complaint.state." + c.state(), language),
        c.state().ended() ? "success" : "info",
        deadline(c, language),
        task == null ? null : waits(task, language),
        facts.of(c, content, language),
        content ? papers(c, language) : List.of(),
        registrar && !c.state().ended() ? base + "/papers" : null,
        registrar && c.state().withdrawable() ? base + "/withdraw" : null,
        c.partOwed() && parts.may(c) ? UpheldParts.link(c) : null);
  }

  /** The clock of what is to be done now; without one, nothing waits. */
  private DeadlineView deadline(Complaint c, Language language) {
    return clocks.ofCase(c.caseNo()).stream()
        .filter(k -> k.running() && k.subject().equals(c.id().toString()))
        .findFirst()
        .map(k -> words.of(k, language))
        .orElse(null);
  }

  private String waits(OpenTask task, Language language) {
    String who =
        task.assignee() == null
            ? message("organisation.role." + task.role(), language)
            : users.displayName(new UserId(task.assignee()));
    return message("complaint.waits", language, task.name().in(language), who);
  }

  /** What was handed in with it, and the letters that were written about it. */
  private List<LinkView> papers(Complaint c, Language language) {
    List<LinkView> papers = new ArrayList<>();
    handedIn
        .handedIn(c)
        .forEach(
            id ->
                papers.add(
                    LinkView.to(
                        documents.get(id).name(),
                        "/cases/" + c.caseNo() + "/documents/" + id,
                        "FileText")));
    letters.ofCase(c.caseNo()).stream()
        .filter(l -> l.template().startsWith("complaint-"))
        .filter(l -> !l.writtenAt().isBefore(c.receivedAt()))
        .forEach(
            l ->
                papers.add(
                    LinkView.to(
                        message("correspondence.template." + l.template(), language)
                            + ", "
                            + language.day(l.writtenAt())
                            + ": "
                            + message("correspondence.state." + l.state(), language),
                        "/cases/" + c.caseNo() + "/documents/" + l.documentId(),
                        "EnvelopeClosed")));
    return papers;
  }

  public UUID newDraft() {
    return forms.newDraft();
  }

  /** This draft, or a new one once it was sent. */
  public UUID goOn(UUID draft) {
    return forms.goOn(ComplaintDesk.FORM, draft, current.get().id());
  }

  /** The form of a new complaint; its draft's id is the key under which it is sent once. */
  @Transactional
  public NewComplaintView form(CaseNo caseNo, UUID draft, Language language) {
    CaseSummary file = registrars.require(caseNo);
    FormView form =
        forms.of(
            ComplaintDesk.FORM,
            draft,
            current.get().id(),
            "/cases/" + caseNo + "/complaints",
            FormHandler.Context.NONE,
            language);
    return new NewComplaintView(
        counter.banner(file, language),
        counter.home(file),
        "/cases/" + caseNo + "/complaints/elsewhere",
        counter.decisions(caseNo, language),
        form);
  }

  /** Sent: nothing of it is left as a draft. */
  @Transactional
  public void sent(String key) {
    drafts.discard(UUID.fromString(key), current.get().id());
  }

  @Transactional
  public WithdrawView withdraw(
      CaseNo caseNo, UUID id, String reason, List<Refusal> refusals, Language language) {
    CaseSummary file = registrars.require(caseNo);
    Complaint complaint = desk.onCase(caseNo, id);
    return new WithdrawView(
        counter.banner(file, language),
        counter.home(file),
        "/cases/" + caseNo + "/complaints/" + id + "/withdraw",
        message("complaint.withdraw", language),
        complaint.version(),
        reason,
        forms.problems(refusals, language));
  }

  private String message(String key, Language language, Object... args) {
    return messages.getMessage(key, args, language.locale());
  }
}
