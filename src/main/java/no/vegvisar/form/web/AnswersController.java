package no.vegvisar.form.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.vegvisar.access.CaseAccess;
import no.vegvisar.casefile.CaseFiles;
import no.vegvisar.casefile.CaseSummary;
import no.vegvisar.casefile.PersonViews;
import no.vegvisar.form.FormGate;
import no.vegvisar.form.FormPages;
import no.vegvisar.form.Submission;
import no.vegvisar.kernel.CaseNo;
import no.vegvisar.kernel.Language;
import no.vegvisar.kernel.OsloTime;
import no.vegvisar.organisation.Users;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Answers as they were given, in the form as it was then. */
@Controller
class AnswersController {

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm");

  private final FormGate gate;
  private final FormPages pages;
  private final FormsPart part;
  private final CaseFiles cases;
  private final CaseAccess access;
  private final PersonViews persons;
  private final Users users;
  private final MessageSource messages;

  AnswersController(
      FormGate gate,
      FormPages pages,
      FormsPart part,
      CaseFiles cases,
      CaseAccess access,
      PersonViews persons,
      Users users,
      MessageSource messages) {
    this.gate = gate;
    this.pages = pages;
    this.part = part;
    this.cases = cases;
    this.access = access;
    this.persons = persons;
    this.users = users;
    this.messages = messages;
  }

  @GetMapping("/cases/{caseNo}/forms/{id}")
  String show(
      @PathVariable("caseNo") String number,
      @PathVariable("id") UUID id,
      Model model,
      Locale locale) {
    CaseNo caseNo = CaseNo.tryParse(number).orElseThrow(AnswersController::none);
    access.require(caseNo, part.thing());
    CaseSummary file =
        cases.find(caseNo).filter(part::concerns).orElseThrow(AnswersController::none);
    Submission submission =
        gate.ofCase(caseNo).stream()
            .filter(s -> s.id().equals(id))
            .findFirst()
            .orElseThrow(AnswersController::none);
    // the log, and whether this reader sees more than heads
    if (!access.open(caseNo, part.thing(), "form " + submission.formId()).content()) {
      throw none();
    }
    Language language = Language.of(locale);
    String about =
        messages.getMessage(
            "form.about.answered",
            new Object[] {
              users.displayName(submission.by()), WHEN.format(OsloTime.dateTimeOf(submission.at()))
            },
            locale);
    model.addAttribute(
        "view",
        new TaskView(
            pages.title(submission, language),
            persons.banner(file, language),
            "/cases/" + caseNo,
            null,
            about,
            null,
            null,
            new TaskView.Pager(
                messages.getMessage("casefile.part.forms", null, locale),
                "/cases/" + caseNo + "/forms",
                "",
                null,
                null),
            pages.readOnly(submission, language),
            null,
            null,
            null,
            null,
            List.of(),
            null));
    return "form/task";
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
